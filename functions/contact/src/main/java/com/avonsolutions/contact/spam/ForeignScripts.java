package com.avonsolutions.contact.spam;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/**
 * Scripts that nobody writes to an Indian desk in. All of India's own pass, and those of its
 * neighbours, Arabic for Urdu among them.
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

  /** Less than the threshold, however much there is of it: a person may write so too. */
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
      boolean strange = FOREIGN.contains(script);
      if (strange) {
        foreign++;
      }
      // A Cyrillic letter within a Latin word looks like the Latin one and fools word lists.
      if ((latin && foreignBefore) || (strange && latinBefore)) {
        disguised++;
      }
      latinBefore = latin;
      foreignBefore = strange;
    }
    if (disguised >= 3 || foreign * 2 > letters) {
      return 90;
    }
    return foreign * 5 > letters ? 40 : 0;
  }
}
