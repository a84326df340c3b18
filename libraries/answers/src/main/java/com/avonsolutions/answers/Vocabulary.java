package com.avonsolutions.answers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All words that the entries say, each once, with its number, its stems' numbers, and its vector.
 * After the entries are read it does not change.
 */
final class Vocabulary {

  /**
   * A word of the entries.
   *
   * @param text as it was first written, in Latin letters
   * @param stems numbers of its stems
   * @param vector one long; null for a word without
   */
  record Word(int number, String text, int[] stems, boolean weak, float @Nullable [] vector) {}

  private final WordVectors vectors;
  private final Map<String, Word> byKey = new HashMap<>();
  private final List<Word> words = new ArrayList<>();
  private final Map<String, Integer> stems = new HashMap<>();

  Vocabulary(WordVectors vectors) {
    this.vectors = vectors;
  }

  /** The word's entry, made when it is new. */
  Word learn(Said said) {
    Word known = byKey.get(said.key());
    if (known != null) {
      return known;
    }
    int[] numbers = new int[said.stems().size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = stems.computeIfAbsent(said.stems().get(i), stem -> stems.size());
    }
    Word word = new Word(words.size(), said.text(), numbers, said.weak(), unit(said));
    byKey.put(said.key(), word);
    words.add(word);
    return word;
  }

  private float @Nullable [] unit(Said said) {
    float[] sum = sum(said);
    return Vectors.normalize(sum) ? sum : null;
  }

  /** The vector of what a word says, as long as it weighs in a text; nought for one without. */
  float[] sum(Said said) {
    float[] sum = new float[vectors.dimensions()];
    float share = 1f / Math.max(1, said.english().size());
    for (String english : said.english()) {
      vectors.add(english, share, sum);
    }
    return sum;
  }

  /** The word's entry, if the entries have the word. */
  @Nullable Word find(Said said) {
    return byKey.get(said.key());
  }

  /** Of the words' vectors; 0 when there are none. */
  int dimensions() {
    return vectors.dimensions();
  }

  /** The number of a stem, or less than 0 when no entry has it. */
  int stem(String stem) {
    return stems.getOrDefault(stem, -1);
  }

  int stems() {
    return stems.size();
  }

  List<Word> words() {
    return words;
  }

  Word word(int number) {
    return words.get(number);
  }

  /** The vector of a text, one long; null for a text without. */
  float @Nullable [] vector(List<Said> text) {
    float[] sum = new float[vectors.dimensions()];
    for (Said said : text) {
      float[] word = sum(said);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += word[i];
      }
    }
    return Vectors.normalize(sum) ? sum : null;
  }
}
