package com.avonsolutions.text;

/** Care for surrogate pairs: a text with half of one cannot be encoded or stored. */
public final class Unicode {

  private Unicode() {}

  /** Whether every surrogate is part of a pair. JSON's escapes can hold a single one. */
  public static boolean isWhole(String text) {
    int at = 0;
    while (at < text.length()) {
      // The code point at an unpaired surrogate is the surrogate itself.
      int character = text.codePointAt(at);
      if (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE) {
        return false;
      }
      at += Character.charCount(character);
    }
    return true;
  }

  /**
   * Cuts a text to a length and never splits a surrogate pair.
   *
   * @param limit in UTF-16 code units, as {@link String#length} counts
   */
  public static String cut(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    boolean splitsPair =
        limit > 0 && Character.isSurrogatePair(text.charAt(limit - 1), text.charAt(limit));
    return text.substring(0, splitsPair ? limit - 1 : limit);
  }
}
