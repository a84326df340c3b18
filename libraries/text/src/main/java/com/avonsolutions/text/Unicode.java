package com.avonsolutions.text;

/** What JSON's escapes can hold and no encoding can: one half of a surrogate pair. */
public final class Unicode {

  private Unicode() {}

  /** Whether every surrogate of the text is one of a pair, so that the text can be stored. */
  public static boolean isWhole(String text) {
    int at = 0;
    while (at < text.length()) {
      // A pair gives its character here, and a half gives itself.
      int character = text.codePointAt(at);
      if (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE) {
        return false;
      }
      at += Character.charCount(character);
    }
    return true;
  }
}
