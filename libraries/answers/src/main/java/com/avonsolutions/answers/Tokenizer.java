package com.avonsolutions.answers;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Cuts a text into words: runs of letters, digits and their marks. What stands between them, emoji
 * among it, is dropped. English short forms are written out, so that "don't" says "not".
 */
final class Tokenizer {
  /** More words than this no longer sharpen a question; longer answers are read to here. */
  static final int MOST_WORDS = 400;

  private static final int LONGEST_WORD = 40;

  private static final Map<String, List<String>> SHORT_FORMS =
      Map.ofEntries(
          Map.entry("dont", List.of("do", "not")),
          Map.entry("doesnt", List.of("does", "not")),
          Map.entry("didnt", List.of("did", "not")),
          Map.entry("cant", List.of("can", "not")),
          Map.entry("cannot", List.of("can", "not")),
          Map.entry("couldnt", List.of("could", "not")),
          Map.entry("wont", List.of("will", "not")),
          Map.entry("wouldnt", List.of("would", "not")),
          Map.entry("shouldnt", List.of("should", "not")),
          Map.entry("isnt", List.of("is", "not")),
          Map.entry("arent", List.of("are", "not")),
          Map.entry("wasnt", List.of("was", "not")),
          Map.entry("werent", List.of("were", "not")),
          Map.entry("havent", List.of("have", "not")),
          Map.entry("hasnt", List.of("has", "not")),
          Map.entry("hadnt", List.of("had", "not")),
          Map.entry("im", List.of("i", "am")),
          Map.entry("ive", List.of("i", "have")),
          Map.entry("whats", List.of("what", "is")),
          Map.entry("wheres", List.of("where", "is")),
          Map.entry("hows", List.of("how", "is")),
          Map.entry("whos", List.of("who", "is")),
          Map.entry("thats", List.of("that", "is")),
          Map.entry("youre", List.of("you", "are")),
          Map.entry("theyre", List.of("they", "are")),
          Map.entry("lets", List.of("let", "us")));

  private static final Map<String, String> ENDINGS =
      Map.of("re", "are", "ve", "have", "ll", "will", "d", "would", "m", "am");
  private static final Set<String> IS_BEFORE_S =
      Set.of("what", "where", "how", "who", "that", "it", "he", "she", "there", "here", "when");

  private Tokenizer() {}

  /** The words of a text in their order, at most {@link #MOST_WORDS}. */
  static List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    while (at < text.length() && tokens.size() < MOST_WORDS) {
      int start = at;
      while (at < text.length() && isOfWord(text, at, at > start)) {
        at += Character.charCount(text.codePointAt(at));
      }
      if (at > start) {
        add(tokens, text, start, at);
      } else {
        at += Character.charCount(text.codePointAt(at));
      }
    }
    return tokens;
  }

  private static boolean isOfWord(String text, int at, boolean inside) {
    int character = text.codePointAt(at);
    if (Character.isLetterOrDigit(character)) {
      return true;
    }
    return switch (Character.getType(character)) {
      // A mark alone, such as an emoji's, begins no word.
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

  private static void add(List<Token> tokens, String text, int start, int end) {
    String word = plain(text.substring(start, Math.min(end, start + LONGEST_WORD)));
    int apostrophe = word.indexOf('\'');
    if (apostrophe < 0) {
      for (String written : SHORT_FORMS.getOrDefault(word, List.of(word))) {
        tokens.add(new Token(written, start, end));
      }
      return;
    }
    String joined = word.replace("'", "");
    if (SHORT_FORMS.containsKey(joined)) {
      SHORT_FORMS.get(joined).forEach(written -> tokens.add(new Token(written, start, end)));
      return;
    }
    String before = word.substring(0, apostrophe);
    String ending = word.substring(word.lastIndexOf('\'') + 1);
    if (ending.equals("s")) {
      tokens.add(new Token(before, start, end));
      if (IS_BEFORE_S.contains(before)) {
        tokens.add(new Token("is", start, end));
      }
    } else if (ENDINGS.containsKey(ending)) {
      tokens.add(new Token(before, start, end));
      tokens.add(new Token(ENDINGS.get(ending), start, end));
    } else {
      tokens.add(new Token(joined, start, end));
    }
  }

  /** Lower-case, one form for what looks alike, Latin letters without their accents. */
  private static String plain(String word) {
    boolean ascii = true;
    for (int i = 0; i < word.length(); i++) {
      ascii &= word.charAt(i) < 128;
    }
    if (ascii) {
      return word.toLowerCase(Locale.ROOT);
    }
    String decomposed = Normalizer.normalize(word, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    StringBuilder plain = new StringBuilder(decomposed.length());
    for (int i = 0; i < decomposed.length(); i++) {
      char character = decomposed.charAt(i);
      boolean accent = character >= '\u0300' && character < '\u0370';
      boolean joiner = character >= '\u200b' && character <= '\u200f';
      boolean nukta = character == '\u093c';
      if (!accent && !joiner && !nukta) {
        plain.append(isApostrophe(character) ? '\'' : character);
      }
    }
    return plain.toString();
  }
}
