package com.avonsolutions.answers;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Splits a text into words: runs of letters, digits and their combining marks. Everything else,
 * such as emoji, is dropped. English contractions are expanded: "don't" becomes "do", "not".
 */
final class Tokenizer {
  /** The rest of a longer text, such as an answer, is not read. */
  static final int MAX_TOKENS = 400;

  /** Longer words are cut, in UTF-16 units. */
  private static final int MAX_WORD_LENGTH = 40;

  private static final Map<String, List<String>> CONTRACTIONS =
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

  private static final Map<String, String> CONTRACTED_WORDS =
      Map.of("re", "are", "ve", "have", "ll", "will", "d", "would", "m", "am");
  private static final Set<String> WORDS_BEFORE_IS =
      Set.of("what", "where", "how", "who", "that", "it", "he", "she", "there", "here", "when");

  private Tokenizer() {}

  /** The words of a text in their order. */
  static List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    while (at < text.length() && tokens.size() < MAX_TOKENS) {
      int start = at;
      while (at < text.length() && isPartOfWord(text, at, at > start)) {
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

  private static void add(List<Token> tokens, String text, int start, int end) {
    String word = normalize(text.substring(start, Math.min(end, start + MAX_WORD_LENGTH)));
    int apostrophe = word.indexOf('\'');
    if (apostrophe < 0) {
      for (String expanded : CONTRACTIONS.getOrDefault(word, List.of(word))) {
        tokens.add(new Token(expanded, start, end));
      }
      return;
    }
    String joined = word.replace("'", "");
    if (CONTRACTIONS.containsKey(joined)) {
      CONTRACTIONS.get(joined).forEach(expanded -> tokens.add(new Token(expanded, start, end)));
      return;
    }
    String before = word.substring(0, apostrophe);
    String ending = word.substring(word.lastIndexOf('\'') + 1);
    if (ending.equals("s")) {
      tokens.add(new Token(before, start, end));
      if (WORDS_BEFORE_IS.contains(before)) {
        tokens.add(new Token("is", start, end));
      }
    } else if (CONTRACTED_WORDS.containsKey(ending)) {
      tokens.add(new Token(before, start, end));
      tokens.add(new Token(CONTRACTED_WORDS.get(ending), start, end));
    } else {
      tokens.add(new Token(joined, start, end));
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
