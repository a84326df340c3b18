package com.avonsolutions.text.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;

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

  private Json() {}
}
