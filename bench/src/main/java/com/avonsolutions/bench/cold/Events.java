package com.avonsolutions.bench.cold;

import com.avonsolutions.sandbox.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/**
 * Leads as many as wanted, each from another person: {@code events/contact/post-json.json} with
 * another key, another address and another message, or the function would find repeats.
 */
final class Events {
  private static final String[] WORDS = {
    "clinic", "school", "bakery", "garage", "hotel", "temple", "gym", "studio", "farm", "press"
  };

  private final String template;
  private int made;

  Events() {
    try {
      template =
          Files.readString(Project.root().resolve("events/contact/post-json.json"))
              .replaceAll("\\R\\s*", " ");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next lead, which nobody has sent before. */
  byte[] next() {
    made++;
    return template
        .replace("0190f3a2-form-key", "bench-" + made + '-' + System.nanoTime())
        .replace(
            "203.0.113.7",
            "198." + (made >> 16 & 255) + '.' + (made >> 8 & 255) + '.' + (made & 255))
        .replace("patients near us", words(made) + " near us")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String words(int number) {
    StringBuilder words = new StringBuilder();
    for (int rest = number; rest > 0; rest /= WORDS.length) {
      words.append(WORDS[rest % WORDS.length]).append(' ');
    }
    return words.append("people").toString();
  }
}
