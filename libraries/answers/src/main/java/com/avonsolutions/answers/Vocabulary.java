package com.avonsolutions.answers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The distinct words of the entries with ids, stems and vectors. Immutable once they are added. */
final class Vocabulary {

  /**
   * A distinct word of the entries.
   *
   * @param id its place in the vocabulary, from 0
   * @param text its first spelling, in Latin letters
   * @param stems ids of its stems
   * @param vector its unit vector in fixed point; null for a word without a vector
   */
  record Word(int id, String text, int[] stems, boolean stopWord, int @Nullable [] vector) {}

  private final WordVectors vectors;
  private final Map<String, Word> byKey = new HashMap<>();
  private final List<Word> words = new ArrayList<>();
  private final Map<String, Integer> stemIds = new HashMap<>();

  Vocabulary(WordVectors vectors) {
    this.vectors = vectors;
  }

  /** Returns the word of a term, added if it is new. */
  Word add(Term term) {
    Word known = byKey.get(term.key());
    if (known != null) {
      return known;
    }
    int[] stems = new int[term.stems().size()];
    for (int i = 0; i < stems.length; i++) {
      stems[i] = stemIds.computeIfAbsent(term.stems().get(i), stem -> stemIds.size());
    }
    Word word =
        new Word(words.size(), term.text(), stems, term.stopWord(), Vectors.unit(termVector(term)));
    byKey.put(term.key(), word);
    words.add(word);
    return word;
  }

  /**
   * The mean vector of a term's English words. Its length is the term's weight in a text; a term
   * without a vector gets a zero vector.
   */
  float[] termVector(Term term) {
    float[] sum = new float[vectors.dimensions()];
    float weight = 1f / Math.max(1, term.english().size());
    for (String english : term.english()) {
      vectors.add(english, weight, sum);
    }
    return sum;
  }

  @Nullable Word find(Term term) {
    return byKey.get(term.key());
  }

  /** Dimensions of the vectors; 0 without word vectors. */
  int dimensions() {
    return vectors.dimensions();
  }

  /** The id of a stem, or -1 when no entry has it. */
  int stemId(String stem) {
    return stemIds.getOrDefault(stem, -1);
  }

  int stemCount() {
    return stemIds.size();
  }

  List<Word> words() {
    return words;
  }

  Word word(int id) {
    return words.get(id);
  }

  /** The unit vector of a text in fixed point; null for a text without a vector. */
  int @Nullable [] textVector(List<Term> text) {
    float[] sum = new float[vectors.dimensions()];
    for (Term term : text) {
      float[] vector = termVector(term);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += vector[i];
      }
    }
    return Vectors.unit(sum);
  }
}
