package com.avonsolutions.web.form;

import com.avonsolutions.web.http.HttpException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads {@code application/x-www-form-urlencoded}, as the WHATWG URL standard describes it, except
 * that broken percent-encoding and bytes that are no UTF-8 are refused and not replaced: a name
 * with holes in it is no use to anybody.
 */
public final class UrlEncoded {

  private UrlEncoded() {}

  /**
   * Reads fields.
   *
   * @throws HttpException 400 when the encoding is broken or a field stands twice
   */
  public static Fields parse(byte[] encoded) {
    return parse(encoded, Fields.Builder.ofOurs());
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
   * Reads one field of an address's query and leaves the others alone: advertising and mail
   * programs add fields of their own, not always well formed.
   *
   * @throws HttpException 400 when this field is broken or stands twice
   */
  public static Optional<String> value(String query, String name) {
    Fields.Builder fields = Fields.Builder.ofOurs();
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

  /** Decodes UTF-8 and refuses what is none. */
  static String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw HttpException.badRequest("The text is not UTF-8.");
    }
  }
}
