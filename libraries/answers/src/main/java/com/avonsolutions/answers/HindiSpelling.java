package com.avonsolutions.answers;

/**
 * Folds the Latin spellings of a Hindi word into one phonetic key: "kharcha", "kharchaa" and
 * "kharche" become "kharch", "wala" and "vaala" become "val".
 */
final class HindiSpelling {
  private static final int MIN_KEY_LENGTH = 3;

  private HindiSpelling() {}

  /** The key of a word of lower-case Latin letters. */
  static String fold(String word) {
    String nasal = withoutFinalNasal(word);
    StringBuilder folded = new StringBuilder(nasal.length());
    int at = 0;
    while (at < nasal.length()) {
      at += addSound(folded, nasal, at);
    }
    return withoutFinalVowels(folded);
  }

  /**
   * Appends the sound that starts at an index.
   *
   * @return how many letters of the word it has
   */
  private static int addSound(StringBuilder folded, String word, int at) {
    char letter = word.charAt(at);
    char next = at + 1 < word.length() ? word.charAt(at + 1) : ' ';
    boolean last = at + 1 == word.length();
    switch (letter) {
      case 'a' -> {
        boolean glide = next == 'i' || (next == 'y' && at + 2 == word.length());
        if (glide || next == 'u') {
          add(folded, glide ? 'e' : 'o');
          return 2;
        }
        // The second letter of "aa" can start another sound, as in "aai".
        if (next != 'a') {
          add(folded, 'a');
        }
      }
      case 'e', 'o' -> {
        if (next == letter) {
          add(folded, letter == 'e' ? 'i' : 'u');
          return 2;
        }
        add(folded, letter);
      }
      case 'p' -> {
        add(folded, next == 'h' ? 'f' : 'p');
        return next == 'h' ? 2 : 1;
      }
      case 'c', 's' -> {
        int end = at + 1;
        while (end < word.length() && word.charAt(end) == 'h') {
          end++;
        }
        add(folded, letter == 'c' && next == 'k' ? 'k' : letter);
        return end - at;
      }
      case 'w' -> add(folded, 'v');
      case 'z' -> add(folded, 'j');
      case 'q' -> add(folded, 'k');
      case 'x' -> add(add(folded, 'k'), 's');
      case 'y' -> add(folded, last ? 'i' : 'y');
      default -> add(folded, letter);
    }
    return 1;
  }

  /** Removes an "n" after two vowels, which only nasalizes them: "hain" sounds like "hai". */
  private static String withoutFinalNasal(String word) {
    int last = word.length() - 1;
    boolean nasal =
        last >= 3
            && word.charAt(last) == 'n'
            && isVowel(word.charAt(last - 1))
            && isVowel(word.charAt(last - 2));
    return nasal ? word.substring(0, last) : word;
  }

  /** Appends a letter, unless it doubles the last one. */
  private static StringBuilder add(StringBuilder folded, char letter) {
    int last = folded.length() - 1;
    return last >= 0 && folded.charAt(last) == letter ? folded : folded.append(letter);
  }

  private static String withoutFinalVowels(StringBuilder folded) {
    int end = folded.length();
    while (end > MIN_KEY_LENGTH && isVowel(folded.charAt(end - 1))) {
      end--;
    }
    return folded.substring(0, end);
  }

  private static boolean isVowel(char letter) {
    return "aeiou".indexOf(letter) >= 0;
  }
}
