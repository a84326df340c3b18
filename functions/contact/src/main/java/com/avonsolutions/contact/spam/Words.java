package com.avonsolutions.contact.spam;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Splits a text into normalised words, so that a phrase is found in any disguise. */
final class Words {
  /** Cyrillic and Greek letters that look like the letters in {@link #LATIN}. */
  private static final String LOOKALIKES = "аеорсухіјѕкмтнвοαερ";

  private static final String LATIN = "aeopcyxijskmthboaep";

  private static final Map<Character, String> SIGNS =
      Map.of('$', " usd ", '€', " usd ", '£', " usd ", '₹', " rs ", '%', " percent ");

  private static final Pattern SPACES = Pattern.compile(" +");

  private Words() {}

  /** Words of letters, marks and digits in lower case; currency signs and % become words. */
  static String[] of(String text) {
    String lower = compatible(text).toLowerCase(Locale.ROOT);
    boolean latin = lower.chars().anyMatch(character -> character >= 'a' && character <= 'z');
    StringBuilder plain = new StringBuilder(lower.length() + 16);
    for (int i = 0; i < lower.length(); i++) {
      char character = lower.charAt(i);
      int lookalike = latin ? LOOKALIKES.indexOf(character) : -1;
      if (lookalike >= 0) {
        plain.append(LATIN.charAt(lookalike));
      } else if (isWordCharacter(character)) {
        plain.append(character);
      } else if (character != '\'' && character != '’') {
        plain.append(SIGNS.getOrDefault(character, " "));
      }
    }
    return SPACES.split(plain.toString().strip(), -1);
  }

  /** In NFKC. ASCII is NFKC already, and loading the Unicode tables would slow down cold starts. */
  private static String compatible(String text) {
    return text.chars().allMatch(character -> character < 128)
        ? text
        : Normalizer.normalize(text, Normalizer.Form.NFKC);
  }

  /** Marks count, because they are the vowels of India's scripts. */
  private static boolean isWordCharacter(char character) {
    return Character.isLetterOrDigit(character)
        || Character.isSurrogate(character)
        || Character.getType(character) == Character.NON_SPACING_MARK
        || Character.getType(character) == Character.COMBINING_SPACING_MARK;
  }
}
