package com.avonsolutions.answers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the words of the entries that a misspelt word may have been meant to be: first those that
 * share enough trigrams (Dice's coefficient), then of these the ones a few slips away (Damerau's
 * distance: a letter added, lost, replaced or swapped with its neighbour). Vowels are what people
 * confuse most, "vedio" for "video", so words of the same consonants may be two slips away sooner.
 */
final class Spelling {
  private static final int SHORTEST = 3;
  private static final int LONG = 6;
  private static final int LONG_WITH_SAME_CONSONANTS = 5;
  private static final double ENOUGH_TRIGRAMS = 0.25;
  private static final int MOST_FOUND = 3;

  /**
   * A word that may be meant.
   *
   * @param word its number
   * @param distance how many slips away
   */
  record Found(int word, int distance) {}

  private final Map<Integer, int[]> wordsWith = new HashMap<>();
  private final Map<String, List<Integer>> wordsOfConsonants = new HashMap<>();
  private final int[] trigramsOf;
  private final String[] texts;

  Spelling(List<Vocabulary.Word> words) {
    this.trigramsOf = new int[words.size()];
    this.texts = new String[words.size()];
    Map<Integer, List<Integer>> lists = new HashMap<>();
    for (Vocabulary.Word word : words) {
      String text = word.text();
      texts[word.number()] = text;
      if (isCorrectable(text) && !word.weak()) {
        int[] trigrams = trigrams(text);
        trigramsOf[word.number()] = trigrams.length;
        wordsOfConsonants
            .computeIfAbsent(consonants(text), key -> new ArrayList<>())
            .add(word.number());
        for (int trigram : trigrams) {
          lists.computeIfAbsent(trigram, key -> new ArrayList<>()).add(word.number());
        }
      }
    }
    lists.forEach(
        (trigram, list) ->
            wordsWith.put(trigram, list.stream().mapToInt(Integer::intValue).toArray()));
  }

  /** The nearest words, at most three, all equally near. */
  List<Found> nearest(String text) {
    if (!isCorrectable(text)) {
      return List.of();
    }
    int[] trigrams = trigrams(text);
    Map<Integer, Integer> shared = new HashMap<>();
    for (int trigram : trigrams) {
      for (int word : wordsWith.getOrDefault(trigram, new int[0])) {
        shared.merge(word, 1, Integer::sum);
      }
    }
    List<Found> nearest = new ArrayList<>();
    int most = text.length() >= LONG ? 2 : 1;
    for (Map.Entry<Integer, Integer> candidate : shared.entrySet()) {
      int word = candidate.getKey();
      double dice = 2.0 * candidate.getValue() / (trigrams.length + trigramsOf[word]);
      if (dice >= ENOUGH_TRIGRAMS && texts[word].charAt(0) == text.charAt(0)) {
        keepNearest(nearest, word, distance(text, texts[word], most), most);
      }
    }
    if (nearest.isEmpty() && text.length() >= LONG_WITH_SAME_CONSONANTS) {
      for (int word : wordsOfConsonants.getOrDefault(consonants(text), List.of())) {
        keepNearest(nearest, word, distance(text, texts[word], 2), 2);
      }
    }
    nearest.sort((one, other) -> Integer.compare(one.word(), other.word()));
    return nearest.size() > MOST_FOUND ? nearest.subList(0, MOST_FOUND) : nearest;
  }

  private static void keepNearest(List<Found> nearest, int word, int distance, int most) {
    if (distance > most || (!nearest.isEmpty() && distance > nearest.get(0).distance())) {
      return;
    }
    if (!nearest.isEmpty() && distance < nearest.get(0).distance()) {
      nearest.clear();
    }
    nearest.add(new Found(word, distance));
  }

  /** A word's first letter, and the consonants after it. */
  private static String consonants(String word) {
    return word.charAt(0) + word.substring(1).replaceAll("[aeiou]", "");
  }

  private static boolean isCorrectable(String text) {
    return text.length() >= SHORTEST && text.chars().allMatch(c -> c >= 'a' && c <= 'z');
  }

  /** The trigrams of a word with its borders, each as one number. */
  private static int[] trigrams(String word) {
    String bordered = '{' + word + '{';
    int[] trigrams = new int[bordered.length() - 2];
    for (int i = 0; i < trigrams.length; i++) {
      trigrams[i] =
          (bordered.charAt(i) * 31 + bordered.charAt(i + 1)) * 31 + bordered.charAt(i + 2);
    }
    return Arrays.stream(trigrams).distinct().toArray();
  }

  /** Damerau's distance with swaps of neighbours, or more than {@code most}. */
  static int distance(String one, String other, int most) {
    if (Math.abs(one.length() - other.length()) > most) {
      return most + 1;
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
