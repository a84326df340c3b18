package com.avonsolutions.web.form;

import com.avonsolutions.web.http.HttpException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads {@code application/x-www-form-urlencoded} by the WHATWG URL standard, with one exception:
 * malformed percent-encoding and malformed UTF-8 are errors. The standard replaces them, and a name
 * with replacement characters is useless.
 */
public final class UrlEncoded {

  private UrlEncoded() {}

  /**
   * Reads fields.
   *
   * @throws HttpException 400 when the encoding is malformed or a field is repeated
   */
  public static Fields parse(byte[] encoded) {
    return parse(encoded, Fields.Builder.rejectingRepeats());
  }

  static Fields parse(byte[] encoded, Fields.Builder fields) {
    int start = 0;
    for (int end = 0; end <= encoded.length; end++) {
      if (end == encoded.length || encoded[end] == '&') {
        if (end > start) {
          addPair(fields, encoded, start, end);
        }
        start = end + 1;
      }
    }
    return fields.build();
  }

  /**
   * Reads one field of a query and ignores the others: advertising and mail programs add malformed
   * ones.
   *
   * @throws HttpException 400 when this field is malformed or repeated
   */
  public static Optional<String> value(String query, String name) {
    Fields.Builder fields = Fields.Builder.rejectingRepeats();
    for (String pair : query.split("&", -1)) {
      if (pair.startsWith(name + "=")) {
        byte[] encoded = pair.getBytes(StandardCharsets.UTF_8);
        addPair(fields, encoded, 0, encoded.length);
      }
    }
    return fields.build().text(name);
  }

  private static void addPair(Fields.Builder fields, byte[] encoded, int start, int end) {
    int equals = start;
    while (equals < end && encoded[equals] != '=') {
      equals++;
    }
    String name = decode(encoded, start, equals);
    String value = equals < end ? decode(encoded, equals + 1, end) : "";
    fields.add(name, value);
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
  static String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw HttpException.badRequest("The text is not UTF-8.");
    }
  }
}
