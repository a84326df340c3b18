package com.avonsolutions.answers;

import com.avonsolutions.text.Resources;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Splits a text into words: runs of letters, digits and their combining marks. Everything else,
 * such as emoji, is dropped. {@link ShortForms} and contractions are written in full: "don't"
 * becomes "do", "not", and "ur" becomes "your".
 */
final class Tokenizer {
  /** The rest of a longer text, such as an answer, is not read. */
  static final int MAX_TOKENS = 400;

  /** Longer words are cut, in UTF-16 units. */
  private static final int MAX_WORD_LENGTH = 40;

  /** Letters this far apart in the text are one abbreviation: "S.E.O.", "s e o". */
  private static final int MIN_SPACED_LETTERS = 3;

  private static final ShortForms SHORT_FORMS =
      new ShortForms(Resources.lines(Tokenizer.class, "short-forms.txt"));

  private static final Map<String, String> CONTRACTED_WORDS =
      Map.of("re", "are", "ve", "have", "ll", "will", "d", "would", "m", "am");
  private static final Set<String> WORDS_BEFORE_IS =
      Set.of("what", "where", "how", "who", "that", "it", "he", "she", "there", "here", "when");

  private Tokenizer() {}

  /** The words of a text in their order. */
  static List<Token> tokens(String text) {
    List<Token> words = joinLetters(text, words(text));
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      int length = SHORT_FORMS.length(words, at);
      if (length == 0) {
        add(tokens, words.get(at));
        at++;
      } else {
        int start = words.get(at).start();
        int end = words.get(at + length - 1).end();
        for (String word : SHORT_FORMS.written(words, at, length)) {
          tokens.add(new Token(word, start, end));
        }
        at += length;
      }
    }
    return tokens.subList(0, Math.min(tokens.size(), MAX_TOKENS));
  }

  private static List<Token> words(String text) {
    List<Token> words = new ArrayList<>();
    int at = 0;
    while (at < text.length() && words.size() < MAX_TOKENS) {
      int start = at;
      while (at < text.length() && isPartOfWord(text, at, at > start)) {
        at += Character.charCount(text.codePointAt(at));
      }
      if (at > start) {
        String word = normalize(text.substring(start, Math.min(at, start + MAX_WORD_LENGTH)));
        words.add(new Token(word, start, at));
      } else {
        at += Character.charCount(text.codePointAt(at));
      }
    }
    return words;
  }

  /**
   * Joins abbreviations whose letters are written apart. Letters with blanks between them are one
   * from three on, because "plan b" and "r u" are not.
   */
  private static List<Token> joinLetters(String text, List<Token> words) {
    List<Token> joined = new ArrayList<>(words.size());
    int at = 0;
    while (at < words.size()) {
      int end = at + 1;
      boolean spaced = false;
      while (end < words.size() && isLetter(words.get(end - 1)) && isLetter(words.get(end))) {
        String between = text.substring(words.get(end - 1).end(), words.get(end).start());
        if (!between.strip().isEmpty() && !between.strip().equals(".") && !between.equals("-")) {
          break;
        }
        spaced |= between.isBlank();
        end++;
      }
      int last = end - at < (spaced ? MIN_SPACED_LETTERS : 2) ? at + 1 : end;
      StringBuilder word = new StringBuilder();
      words.subList(at, last).forEach(letter -> word.append(letter.text()));
      joined.add(new Token(word.toString(), words.get(at).start(), words.get(last - 1).end()));
      at = last;
    }
    return joined;
  }

  private static boolean isLetter(Token word) {
    return word.text().length() == 1
        && word.text().charAt(0) >= 'a'
        && word.text().charAt(0) <= 'z';
  }

  private static boolean isPartOfWord(String text, int at, boolean inside) {
    int character = text.codePointAt(at);
    if (Character.isLetterOrDigit(character)) {
      return true;
    }
    return switch (Character.getType(character)) {
      // A word cannot start with a mark, such as the variation selector of an emoji.
      case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.FORMAT -> inside;
      case Character.FINAL_QUOTE_PUNCTUATION, Character.OTHER_PUNCTUATION ->
          isApostrophe(character)
              && inside
              && at + 1 < text.length()
              && Character.isLetter(text.codePointBefore(at))
              && Character.isLetter(text.codePointAt(at + 1));
      default -> false;
    };
  }

  private static boolean isApostrophe(int character) {
    return character == '\'' || character == '’';
  }

  /** Adds a word, with its contracted ending as a word of its own. */
  private static void add(List<Token> tokens, Token word) {
    int apostrophe = word.text().indexOf('\'');
    if (apostrophe < 0) {
      tokens.add(word);
      return;
    }
    String before = word.text().substring(0, apostrophe);
    String ending = word.text().substring(word.text().lastIndexOf('\'') + 1);
    if (ending.equals("s")) {
      tokens.add(new Token(before, word.start(), word.end()));
      if (WORDS_BEFORE_IS.contains(before)) {
        tokens.add(new Token("is", word.start(), word.end()));
      }
    } else if (CONTRACTED_WORDS.containsKey(ending)) {
      tokens.add(new Token(before, word.start(), word.end()));
      tokens.add(new Token(CONTRACTED_WORDS.get(ending), word.start(), word.end()));
    } else {
      tokens.add(new Token(word.text().replace("'", ""), word.start(), word.end()));
    }
  }

  /** Lower-case, in Unicode form NFKD, without accents, joiners and nuktas. */
  private static String normalize(String word) {
    boolean ascii = true;
    for (int i = 0; i < word.length(); i++) {
      ascii &= word.charAt(i) < 128;
    }
    if (ascii) {
      return word.toLowerCase(Locale.ROOT);
    }
    String decomposed = Normalizer.normalize(word, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    StringBuilder normalized = new StringBuilder(decomposed.length());
    for (int i = 0; i < decomposed.length(); i++) {
      char character = decomposed.charAt(i);
      boolean accent = character >= '\u0300' && character < '\u0370';
      boolean joiner = character >= '\u200b' && character <= '\u200f';
      boolean nukta = character == '\u093c';
      if (!accent && !joiner && !nukta) {
        normalized.append(isApostrophe(character) ? '\'' : character);
      }
    }
    return normalized.toString();
  }
}
