package com.avonsolutions.contact.spam;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/**
 * Finds scripts that enquiries in India are not written in. All of India's scripts are fine, and so
 * are those of its neighbours, such as Arabic for Urdu.
 */
final class ForeignScripts {
  private static final Set<UnicodeScript> FOREIGN =
      EnumSet.of(
          UnicodeScript.CYRILLIC,
          UnicodeScript.GREEK,
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.BOPOMOFO,
          UnicodeScript.HANGUL,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.HEBREW,
          UnicodeScript.ARMENIAN,
          UnicodeScript.GEORGIAN,
          UnicodeScript.ETHIOPIC);

  private ForeignScripts() {}

  /** Always less than the threshold, because a person may write in such a script too. */
  static int points(String text) {
    int letters = 0;
    int foreign = 0;
    int disguised = 0;
    boolean latinBefore = false;
    boolean foreignBefore = false;
    for (int at = 0; at < text.length(); ) {
      int character = text.codePointAt(at);
      at += Character.charCount(character);
      if (!Character.isLetter(character)) {
        latinBefore = false;
        foreignBefore = false;
        continue;
      }
      letters++;
      UnicodeScript script = UnicodeScript.of(character);
      boolean latin = script == UnicodeScript.LATIN;
      boolean isForeign = FOREIGN.contains(script);
      if (isForeign) {
        foreign++;
      }
      // A Cyrillic letter in a Latin word looks like a Latin letter and evades word lists.
      if ((latin && foreignBefore) || (isForeign && latinBefore)) {
        disguised++;
      }
      latinBefore = latin;
      foreignBefore = isForeign;
    }
    if (disguised >= 3 || foreign * 2 > letters) {
      return 90;
    }
    return foreign * 5 > letters ? 40 : 0;
  }
}
