package com.avonsolutions.answers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the words of the entries that a misspelt word may stand for. Candidates share trigrams with
 * it (Dice coefficient); of these it returns the ones at the smallest Damerau-Levenshtein distance,
 * in which an edit adds, drops or replaces a letter or swaps two neighbours. If there is none, it
 * tries words with the same consonants, since vowels are confused most: "vedio" for "video".
 */
final class SpellingCorrector {
  private static final int MIN_LENGTH = 3;
  private static final int MIN_LENGTH_FOR_TWO_EDITS = 6;
  private static final int MIN_LENGTH_FOR_SAME_CONSONANTS = 5;
  private static final double MIN_DICE = 0.25;
  private static final int MAX_CORRECTIONS = 3;

  /**
   * A word that may be meant.
   *
   * @param word its id in the vocabulary
   * @param distance how many edits away, 0 to 2
   */
  record Correction(int word, int distance) {}

  private final Map<Integer, int[]> wordsByTrigram = new HashMap<>();
  private final Map<String, List<Integer>> wordsByConsonants = new HashMap<>();
  private final int[] trigramCounts;
  private final String[] texts;

  SpellingCorrector(List<Vocabulary.Word> words) {
    this.trigramCounts = new int[words.size()];
    this.texts = new String[words.size()];
    Map<Integer, List<Integer>> lists = new HashMap<>();
    for (Vocabulary.Word word : words) {
      String text = word.text();
      texts[word.id()] = text;
      if (isCorrectable(text) && !word.stopWord()) {
        int[] trigrams = trigrams(text);
        trigramCounts[word.id()] = trigrams.length;
        wordsByConsonants
            .computeIfAbsent(consonants(text), key -> new ArrayList<>())
            .add(word.id());
        for (int trigram : trigrams) {
          lists.computeIfAbsent(trigram, key -> new ArrayList<>()).add(word.id());
        }
      }
    }
    lists.forEach(
        (trigram, list) ->
            wordsByTrigram.put(trigram, list.stream().mapToInt(Integer::intValue).toArray()));
  }

  /** The nearest words, all at the same distance; at most three. */
  List<Correction> corrections(String text) {
    if (!isCorrectable(text)) {
      return List.of();
    }
    int[] trigrams = trigrams(text);
    Map<Integer, Integer> sharedTrigrams = new HashMap<>();
    for (int trigram : trigrams) {
      for (int word : wordsByTrigram.getOrDefault(trigram, new int[0])) {
        sharedTrigrams.merge(word, 1, Integer::sum);
      }
    }
    List<Correction> nearest = new ArrayList<>();
    int maxEdits = text.length() >= MIN_LENGTH_FOR_TWO_EDITS ? 2 : 1;
    for (Map.Entry<Integer, Integer> candidate : sharedTrigrams.entrySet()) {
      int word = candidate.getKey();
      double dice = 2.0 * candidate.getValue() / (trigrams.length + trigramCounts[word]);
      if (dice >= MIN_DICE && texts[word].charAt(0) == text.charAt(0)) {
        keepNearest(nearest, word, distance(text, texts[word], maxEdits), maxEdits);
      }
    }
    if (nearest.isEmpty() && text.length() >= MIN_LENGTH_FOR_SAME_CONSONANTS) {
      for (int word : wordsByConsonants.getOrDefault(consonants(text), List.of())) {
        keepNearest(nearest, word, distance(text, texts[word], 2), 2);
      }
    }
    nearest.sort((one, other) -> Integer.compare(one.word(), other.word()));
    return nearest.size() > MAX_CORRECTIONS ? nearest.subList(0, MAX_CORRECTIONS) : nearest;
  }

  private static void keepNearest(List<Correction> nearest, int word, int distance, int maxEdits) {
    if (distance > maxEdits || (!nearest.isEmpty() && distance > nearest.get(0).distance())) {
      return;
    }
    if (!nearest.isEmpty() && distance < nearest.get(0).distance()) {
      nearest.clear();
    }
    nearest.add(new Correction(word, distance));
  }

  /** A word's first letter and the consonants after it. */
  private static String consonants(String word) {
    return word.charAt(0) + word.substring(1).replaceAll("[aeiou]", "");
  }

  private static boolean isCorrectable(String text) {
    return text.length() >= MIN_LENGTH && text.chars().allMatch(c -> c >= 'a' && c <= 'z');
  }

  /** The distinct trigrams of a word with a border on both sides, each packed into an int. */
  private static int[] trigrams(String word) {
    String bordered = '{' + word + '{';
    int[] trigrams = new int[bordered.length() - 2];
    for (int i = 0; i < trigrams.length; i++) {
      trigrams[i] =
          (bordered.charAt(i) * 31 + bordered.charAt(i + 1)) * 31 + bordered.charAt(i + 2);
    }
    return Arrays.stream(trigrams).distinct().toArray();
  }

  /**
   * Damerau-Levenshtein distance in the variant "optimal string alignment". Words whose lengths
   * differ by more than {@code maxEdits} get {@code maxEdits + 1}.
   */
  static int distance(String one, String other, int maxEdits) {
    if (Math.abs(one.length() - other.length()) > maxEdits) {
      return maxEdits + 1;
    }
    int[] beforeLast = new int[other.length() + 1];
    int[] last = new int[other.length() + 1];
    int[] current = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      current[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = last[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, Math.min(last[j], current[j - 1]) + 1);
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1)) {
          current[j] = Math.min(current[j], beforeLast[j - 2] + 1);
        }
      }
      int[] oldest = beforeLast;
      beforeLast = last;
      last = current;
      current = oldest;
    }
    return last[other.length()];
  }
}
