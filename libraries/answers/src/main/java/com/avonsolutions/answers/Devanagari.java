package com.avonsolutions.answers;

/**
 * Transliterates Hindi words into Latin letters as people type them. The schwa that each consonant
 * carries is deleted where it is not spoken: at the end of a word and between two syllables.
 */
final class Devanagari {
  private static final char VIRAMA = '्';
  private static final char ANUSVARA = 'ं';
  private static final char CANDRABINDU = 'ँ';
  private static final char SCHWA = '\u0259';

  /** From KA, U+0915, to HA, U+0939, in the order of Unicode. */
  private static final String[] CONSONANTS = {
    "k", "kh", "g", "gh", "n", "ch", "chh", "j", "jh", "n", "t", "th", "d", "dh", "n", "t", "th",
    "d", "dh", "n", "n", "p", "ph", "b", "bh", "m", "y", "r", "r", "l", "l", "l", "v", "sh", "sh",
    "s", "h",
  };

  /** From the letter A, U+0905, to AU, U+0914. */
  private static final String[] VOWELS = {
    "a", "aa", "i", "ee", "u", "oo", "ri", "l", "e", "e", "e", "ai", "o", "o", "o", "au",
  };

  /** From the vowel sign AA, U+093E, to AU, U+094C. */
  private static final String[] VOWEL_SIGNS = {
    "aa", "i", "ee", "u", "oo", "ri", "ri", "e", "e", "e", "ai", "o", "o", "o", "au",
  };

  private Devanagari() {}

  /** Whether a word starts with a character of this script. */
  static boolean isDevanagari(String word) {
    return !word.isEmpty() && word.charAt(0) >= '\u0900' && word.charAt(0) <= '\u097f';
  }

  /** The word in Latin letters. Characters of other scripts are kept. */
  static String transliterate(String word) {
    StringBuilder latin = new StringBuilder(2 * word.length());
    for (int i = 0; i < word.length(); i++) {
      char letter = word.charAt(i);
      if (letter >= 'क' && letter <= 'ह') {
        latin.append(CONSONANTS[letter - 'क']).append(SCHWA);
      } else if (letter >= 'अ' && letter <= 'औ') {
        latin.append(VOWELS[letter - 'अ']);
      } else if (letter >= 'ा' && letter <= 'ौ') {
        dropSchwa(latin).append(VOWEL_SIGNS[letter - 'ा']);
      } else if (letter == VIRAMA) {
        dropSchwa(latin);
      } else if (letter == ANUSVARA || letter == CANDRABINDU) {
        // At the end it only nasalizes the vowel, and people type "mein" or "me".
        if (i + 1 < word.length()) {
          latin.append('n');
        }
      } else if (letter >= '०' && letter <= '९') {
        latin.append((char) ('0' + letter - '०'));
      } else if (letter < '\u0900' || letter > '\u097f') {
        latin.append(letter);
      }
    }
    return withoutSilentSchwas(latin);
  }

  private static StringBuilder dropSchwa(StringBuilder latin) {
    int last = latin.length() - 1;
    if (last >= 0 && latin.charAt(last) == SCHWA) {
      latin.setLength(last);
    }
    return latin;
  }

  /** Deletes the schwas that are not spoken, from the end, and writes the others as "a". */
  private static String withoutSilentSchwas(StringBuilder latin) {
    dropSchwa(latin);
    if (isOneConsonant(latin)) {
      return latin.append('a').toString();
    }
    for (int i = latin.length() - 2; i > 1; i--) {
      if (latin.charAt(i) == SCHWA && isBetweenSyllables(latin, i)) {
        latin.deleteCharAt(i);
      }
    }
    return latin.toString().replace(SCHWA, 'a');
  }

  /** Such as "na" (not), whose schwa is spoken. */
  private static boolean isOneConsonant(CharSequence latin) {
    return !latin.isEmpty()
        && latin.chars().allMatch(letter -> Character.isLetter(letter) && !isVowel((char) letter));
  }

  /** Whether this schwa has one consonant on each side, and a vowel beyond both. */
  private static boolean isBetweenSyllables(CharSequence latin, int at) {
    int before = at - 1;
    while (before > 0 && latin.charAt(before) == 'h') {
      before--;
    }
    int after = at + 1;
    while (after + 1 < latin.length() && latin.charAt(after + 1) == 'h') {
      after++;
    }
    return before > 0
        && after + 1 < latin.length()
        && isVowel(latin.charAt(before - 1))
        && !isVowel(latin.charAt(at + 1))
        && isVowel(latin.charAt(after + 1));
  }

  private static boolean isVowel(char letter) {
    return "aeiou".indexOf(letter) >= 0 || letter == SCHWA;
  }
}
