package com.avonsolutions.faq.search;

/**
 * Folds the many Latin spellings of a Hindi word into one key: "kharcha", "kharchaa" and "kharche"
 * into "kharch", "wala" and "vaala" into "val".
 */
final class HindiSpelling {
  private static final int SHORTEST = 3;

  private HindiSpelling() {}

  /** The key of a word of lower-case Latin letters. */
  static String fold(String word) {
    String nasal = withoutFinalNasal(word);
    StringBuilder folded = new StringBuilder(nasal.length());
    for (int i = 0; i < nasal.length(); i++) {
      char letter = nasal.charAt(i);
      char next = i + 1 < nasal.length() ? nasal.charAt(i + 1) : ' ';
      switch (letter) {
        case 'e' -> add(folded, next == 'e' ? 'i' : 'e');
        case 'o' -> add(folded, next == 'o' ? 'u' : 'o');
        case 'w' -> add(folded, 'v');
        case 'z' -> add(folded, 'j');
        case 'q' -> add(folded, 'k');
        case 'x' -> add(add(folded, 'k'), 's');
        case 'p' -> {
          add(folded, next == 'h' ? 'f' : 'p');
          i += next == 'h' ? 1 : 0;
        }
        case 's' -> {
          add(folded, 's');
          i += next == 'h' ? 1 : 0;
        }
        case 'c' -> {
          add(folded, next == 'k' ? 'k' : 'c');
          i += next == 'h' ? 1 : 0;
        }
        case 'a' -> {
          boolean glide = next == 'i' || (next == 'y' && i + 2 >= nasal.length());
          add(folded, glide ? 'e' : next == 'u' ? 'o' : 'a');
          i += glide || next == 'u' ? 1 : 0;
        }
        case 'y' -> add(folded, i + 1 == nasal.length() ? 'i' : 'y');
        default -> add(folded, letter);
      }
    }
    return withoutFinalVowels(folded);
  }

  private static String withoutFinalNasal(String word) {
    int last = word.length() - 1;
    boolean nasal =
        last >= 3
            && word.charAt(last) == 'n'
            && isVowel(word.charAt(last - 1))
            && isVowel(word.charAt(last - 2));
    return nasal ? word.substring(0, last) : word;
  }

  private static StringBuilder add(StringBuilder folded, char letter) {
    int last = folded.length() - 1;
    return last >= 0 && folded.charAt(last) == letter ? folded : folded.append(letter);
  }

  private static String withoutFinalVowels(StringBuilder folded) {
    int end = folded.length();
    while (end > SHORTEST && isVowel(folded.charAt(end - 1))) {
      end--;
    }
    return folded.substring(0, end);
  }

  private static boolean isVowel(char letter) {
    return "aeiou".indexOf(letter) >= 0;
  }
}
