package com.avonsolutions.answers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Hindi words and phrases in Latin letters with their English translations, from {@code
 * lexicon.txt}. It finds a word in any spelling that has the same key in {@link HindiSpelling}.
 */
final class Lexicon {
  static final int MAX_PHRASE_WORDS = 3;

  /**
   * The English words for a Hindi word or phrase.
   *
   * @param english synonyms; a match of one of them is enough
   * @param ambiguous whether the Hindi word is an English word too; then it counts as Hindi only in
   *     a text with other Hindi words
   */
  record Translation(List<String> english, boolean ambiguous) {}

  private final Map<String, Translation> bySpelling = new HashMap<>();
  private final Map<String, Translation> byKey = new HashMap<>();

  /**
   * Parses the lexicon.
   *
   * @param lines "word, phrase = english words"; a word that ends with "?" is ambiguous
   */
  Lexicon(List<String> lines) {
    for (String line : lines) {
      int equals = line.indexOf('=');
      List<String> english = List.of(line.substring(equals + 1).strip().split("\\s+", -1));
      for (String item : line.substring(0, equals).split(",", -1)) {
        String phrase = item.strip();
        boolean ambiguous = phrase.endsWith("?");
        phrase = ambiguous ? phrase.substring(0, phrase.length() - 1) : phrase;
        Translation translation = new Translation(english, ambiguous);
        bySpelling.put(phrase, translation);
        byKey.putIfAbsent(fold(phrase), translation);
      }
    }
  }

  private static String fold(String phrase) {
    if (phrase.indexOf(' ') < 0) {
      return HindiSpelling.fold(phrase);
    }
    List<String> words = new ArrayList<>();
    for (String word : phrase.split(" ", -1)) {
      words.add(HindiSpelling.fold(word));
    }
    return String.join(" ", words);
  }

  /** The translation of a word or phrase in exactly this spelling. */
  @Nullable Translation exactSpelling(String phrase) {
    return bySpelling.get(phrase);
  }

  /** The translation of a word or phrase in any spelling; the exact spelling comes first. */
  @Nullable Translation anySpelling(String phrase) {
    Translation translation = bySpelling.get(phrase);
    return translation == null ? byKey.get(fold(phrase)) : translation;
  }

  /** All words and phrases, as keys of {@link HindiSpelling}. */
  Set<String> keys() {
    return new TreeSet<>(byKey.keySet());
  }
}
