package com.avonsolutions.web.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Reads {@code application/x-www-form-urlencoded} by the WHATWG URL standard, with one exception:
 * malformed percent-encoding and malformed UTF-8 are errors. The standard replaces them, and a name
 * with replacement characters is useless.
 */
public final class UrlEncoded {

  private UrlEncoded() {}

  /**
   * Reads all fields in their order.
   *
   * @throws HttpException 400 when the encoding is malformed
   */
  public static void forEach(byte[] encoded, BiConsumer<String, String> field) {
    int start = 0;
    for (int end = 0; end <= encoded.length; end++) {
      if (end == encoded.length || encoded[end] == '&') {
        if (end > start) {
          readPair(encoded, start, end, field);
        }
        start = end + 1;
      }
    }
  }

  /**
   * Reads one field of a query and ignores the others: advertising and mail programs add malformed
   * ones.
   *
   * @return empty when the field is missing or blank
   * @throws HttpException 400 when this field is malformed or repeated
   */
  static Optional<String> value(String query, String name) {
    Map<String, String> found = new HashMap<>();
    for (String pair : query.split("&", -1)) {
      if (pair.startsWith(name + "=")) {
        byte[] encoded = pair.getBytes(StandardCharsets.UTF_8);
        readPair(
            encoded,
            0,
            encoded.length,
            (key, value) -> {
              if (found.putIfAbsent(key, value) != null) {
                throw HttpException.badRequest("A field was sent more than once.");
              }
            });
      }
    }
    return Optional.ofNullable(found.get(name)).filter(value -> !value.isBlank());
  }

  private static void readPair(
      byte[] encoded, int start, int end, BiConsumer<String, String> field) {
    int equals = start;
    while (equals < end && encoded[equals] != '=') {
      equals++;
    }
    String name = decode(encoded, start, equals);
    field.accept(name, equals < end ? decode(encoded, equals + 1, end) : "");
  }

  private static String decode(byte[] encoded, int start, int end) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(end - start);
    for (int i = start; i < end; i++) {
      if (encoded[i] == '%') {
        int high = i + 2 <= end - 1 ? Character.digit(encoded[i + 1], 16) : -1;
        int low = i + 2 <= end - 1 ? Character.digit(encoded[i + 2], 16) : -1;
        if (high < 0 || low < 0) {
          throw HttpException.badRequest("The percent-encoding is broken.");
        }
        bytes.write((high << 4) | low);
        i += 2;
      } else {
        bytes.write(encoded[i] == '+' ? ' ' : encoded[i]);
      }
    }
    return utf8(bytes.toByteArray());
  }

  /** Decodes UTF-8; malformed input is an error. */
  public static String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw HttpException.badRequest("The text is not UTF-8.");
    }
  }
}
