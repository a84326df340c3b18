package com.avonsolutions.text.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * The only factory of JSON parsers and generators, for code that {@link JsonReader} does not fit.
 */
public final class Json {
  private static final int MAX_DEPTH = 32;

  /** Its parsers refuse duplicate names and deep nesting, and no exception quotes the document. */
  public static final JsonFactory FACTORY =
      JsonFactory.builder()
          // The JVM's table of interned names has long chains for names of the same hash.
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
          .build();

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private Json() {}

  /**
   * A parser of a document that somebody else wrote. It is UTF-8 or refused: Jackson would guess
   * other encodings and accept overlong forms, which can hide a NUL. A byte order mark is skipped,
   * because some systems write one.
   *
   * @throws CharacterCodingException when it is not UTF-8
   */
  public static JsonParser parser(byte[] document) throws IOException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(document)).toString();
    return FACTORY.createParser(
        text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text);
  }
}
