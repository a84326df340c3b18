package com.avonsolutions.faq.search;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** How much each meaning tells: the fewer entries ask with it, the more. */
final class Weights {
  private static final double OF_WEAK = 0.1;
  private static final double OF_UNKNOWN = 0.75;
  private static final double IN_ANSWER_ONLY = 0.5;

  private final Map<String, Double> weights = new HashMap<>();
  private final Predicate<String> weak;
  private final double largest;

  Weights(Collection<IndexedEntry> entries, Predicate<String> weak) {
    this.weak = weak;
    Map<String, Double> frequencies = new HashMap<>();
    for (IndexedEntry entry : entries) {
      entry.askedMeanings().forEach(meaning -> frequencies.merge(meaning, 1.0, Double::sum));
      entry.answer().meanings().stream()
          .filter(meaning -> !entry.askedMeanings().contains(meaning))
          .forEach(meaning -> frequencies.merge(meaning, IN_ANSWER_ONLY, Double::sum));
    }
    largest = rarity(1, entries.size());
    frequencies.forEach(
        (meaning, frequency) ->
            weights.put(meaning, rarity(Math.max(1, frequency), entries.size())));
  }

  /** The root of BM25's idf: with few entries idf itself makes rare words count too much. */
  private static double rarity(double frequency, int entries) {
    return Math.sqrt(Math.log(1 + (entries - frequency + 0.5) / (frequency + 0.5)));
  }

  /** What a meaning weighs that stands in one entry only. */
  double largest() {
    return largest;
  }

  double of(String meaning) {
    if (weak.test(meaning)) {
      return OF_WEAK * weights.getOrDefault(meaning, largest);
    }
    return weights.getOrDefault(meaning, OF_UNKNOWN * largest);
  }

  /** A word weighs what the rarest of its meanings does. */
  double of(Word word) {
    double largestOfWord = 0;
    for (String meaning : word.meanings()) {
      largestOfWord = Math.max(largestOfWord, of(meaning));
    }
    return largestOfWord;
  }
}
