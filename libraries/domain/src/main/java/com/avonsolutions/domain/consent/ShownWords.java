package com.avonsolutions.domain.consent;

import java.util.Optional;

/**
 * Names the words that a person was shown: the statement beside the tick and the notice behind it.
 *
 * @param version as the form names its words
 * @param language as a BCP 47 tag, if the form says it
 * @param hash of the exact words; empty if we do not have them
 */
public record ShownWords(String version, Optional<String> language, Optional<String> hash) {
  public static final int MAX_VERSION_LENGTH = 50;
  public static final int MAX_LANGUAGE_LENGTH = 35;

  /** Words of which we have the name alone. */
  public static ShownWords named(String version) {
    return new ShownWords(version, Optional.empty(), Optional.empty());
  }
}
