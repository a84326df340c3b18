package com.avonsolutions.answers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Hindi words and phrases in Latin letters with the English words that say the same, read from
 * {@code lexicon.txt}. The keys are folded, see {@link HindiSpelling}.
 */
final class Lexicon {
  private static final int LONGEST_PHRASE = 3;

  /**
   * What a word or phrase means.
   *
   * @param english words that say the same; each of them will do
   * @param doubtful whether it is an English word too, and Hindi only beside other Hindi words
   */
  record Meaning(List<String> english, boolean doubtful) {}

  private final Map<String, Meaning> exact = new HashMap<>();
  private final Map<String, Meaning> folded = new HashMap<>();

  /**
   * Reads the lexicon.
   *
   * @param lines "key, key = english words"; a key that ends with "?" is doubtful
   */
  Lexicon(List<String> lines) {
    for (String line : lines) {
      int equals = line.indexOf('=');
      List<String> english = List.of(line.substring(equals + 1).strip().split("\\s+", -1));
      for (String key : line.substring(0, equals).split(",", -1)) {
        String plain = key.strip();
        boolean doubtful = plain.endsWith("?");
        plain = doubtful ? plain.substring(0, plain.length() - 1) : plain;
        Meaning meaning = new Meaning(english, doubtful);
        exact.put(plain, meaning);
        folded.putIfAbsent(fold(plain), meaning);
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

  static int longestPhrase() {
    return LONGEST_PHRASE;
  }

  /** What a word or phrase means as it is written. */
  @Nullable Meaning exactly(String phrase) {
    return exact.get(phrase);
  }

  /** What a word or phrase means, however it is spelt. */
  @Nullable Meaning spelt(String phrase) {
    Meaning meaning = exact.get(phrase);
    return meaning == null ? folded.get(fold(phrase)) : meaning;
  }

  /** All folded keys. */
  Set<String> keys() {
    return new TreeSet<>(folded.keySet());
  }
}
