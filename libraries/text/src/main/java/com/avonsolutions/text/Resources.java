package com.avonsolutions.text;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Files on the class path. A name without a leading slash is relative to the package of the class.
 */
public final class Resources {

  private Resources() {}

  /**
   * The bytes of a file, if it exists.
   *
   * @throws UncheckedIOException when it cannot be read
   */
  public static Optional<byte[]> find(Class<?> beside, String name) {
    try (InputStream file = beside.getResourceAsStream(name)) {
      return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The bytes of a file that the build puts there.
   *
   * @throws UncheckedIOException when it is missing or cannot be read
   */
  public static byte[] bytes(Class<?> beside, String name) {
    return find(beside, name)
        .orElseThrow(
            () ->
                new UncheckedIOException(
                    new FileNotFoundException("Not on the class path: " + name)));
  }

  /** The same in UTF-8. */
  public static String text(Class<?> beside, String name) {
    return new String(bytes(beside, name), StandardCharsets.UTF_8);
  }

  /** The stripped lines of a list, without empty lines and those that start with {@code #}. */
  public static List<String> lines(Class<?> beside, String name) {
    return text(beside, name)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .toList();
  }
}
