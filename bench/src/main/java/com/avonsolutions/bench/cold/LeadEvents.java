package com.avonsolutions.bench.cold;

import com.avonsolutions.sandbox.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/**
 * Endless different leads: {@code events/contact/post-json.json}, each time with another key,
 * sender address and message, so that the function sees no repeats.
 */
final class LeadEvents {
  private static final String[] WORDS = {
    "clinic", "school", "bakery", "garage", "hotel", "temple", "gym", "studio", "farm", "press"
  };

  private final String template;
  private int count;

  LeadEvents() {
    try {
      template =
          Files.readString(Project.root().resolve("events/contact/post-json.json"))
              .replaceAll("\\R\\s*", " ");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] next() {
    count++;
    return template
        .replace("0190f3a2-form-key", "bench-" + count + '-' + System.nanoTime())
        .replace(
            "203.0.113.7",
            "198." + (count >> 16 & 255) + '.' + (count >> 8 & 255) + '.' + (count & 255))
        .replace("patients near us", words(count) + " near us")
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
