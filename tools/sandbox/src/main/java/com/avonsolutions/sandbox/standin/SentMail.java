package com.avonsolutions.sandbox.standin;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mail that {@link SesStandIn} has accepted.
 *
 * @param from with its name, as it was sent
 * @param source the whole message, as a receiving server would get it
 */
public record SentMail(
    String id,
    Instant at,
    String from,
    List<String> to,
    List<String> replyTo,
    String subject,
    String text,
    String html,
    Map<String, String> headers,
    Map<String, String> tags,
    byte[] source) {

  /** Writes it to disk atomically. */
  void save(Path folder) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", id);
    json.put("at", at.toString());
    json.put("from", from);
    json.put("to", to);
    json.put("replyTo", replyTo);
    json.put("subject", subject);
    json.put("text", text);
    json.put("html", html);
    json.put("headers", headers);
    json.put("tags", tags);
    json.put("source", Base64.getEncoder().encodeToString(source));
    Path draft = folder.resolve(id + ".draft");
    try {
      JSON.std.write(json, draft.toFile());
      Files.move(
          draft, file(folder), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void delete(Path folder) {
    try {
      Files.deleteIfExists(file(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(Path folder) {
    return folder.resolve(id + ".json");
  }

  /**
   * Reads it from disk.
   *
   * @throws IllegalArgumentException when the file is damaged, or another version wrote it
   */
  static SentMail read(Path file) {
    try {
      Map<String, Object> json = JSON.std.mapFrom(file.toFile());
      return new SentMail(
          String.valueOf(json.get("id")),
          Instant.parse(String.valueOf(json.get("at"))),
          String.valueOf(json.get("from")),
          texts(json.get("to")),
          texts(json.get("replyTo")),
          String.valueOf(json.get("subject")),
          String.valueOf(json.get("text")),
          String.valueOf(json.get("html")),
          textMap(json.get("headers")),
          textMap(json.get("tags")),
          Base64.getDecoder().decode(String.valueOf(json.get("source"))));
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException(file + " is no mail of this version", e);
    }
  }

  private static List<String> texts(@Nullable Object list) {
    List<String> texts = new ArrayList<>();
    if (list instanceof Collection<?> items) {
      items.forEach(text -> texts.add(String.valueOf(text)));
    }
    return texts;
  }

  private static Map<String, String> textMap(@Nullable Object map) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (map instanceof Map<?, ?> members) {
      members.forEach((name, text) -> texts.put(String.valueOf(name), String.valueOf(text)));
    }
    return texts;
  }
}
