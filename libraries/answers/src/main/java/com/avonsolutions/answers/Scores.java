package com.avonsolutions.answers;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the entries score for one question, feature by feature. */
final class Scores {
  /** Entries that are looked at word by word: the best by the cheaper features. */
  private static final int CLOSE = 14;

  private static final double OF_FULL_MATCH = 0.6;
  private static final double OF_BEST_LINE = 0.17;

  private static final int NEAREST_LINES = 3;
  private static final double TO_ENTRY = 0.6;
  private static final double LEAST_COSINE = 0.2;
  private static final double OF_LIKE = 0.9;

  private final Query query;
  private final Entries entries;
  private final double[] words;
  private final double[] meaning;
  private final double[] weights;
  private final float[][] vectors;
  private final float[][] likeness;

  Scores(Query query, Entries entries) {
    this.query = query;
    this.entries = entries;
    this.words = words();
    this.meaning = meaning();
    this.weights = query.words().stream().mapToDouble(Query.Word::weight).toArray();
    this.vectors = vectors();
    this.likeness = new float[entries.vocabulary().words().size()][];
  }

  /** The vectors of the question's words, nought for one without, filled up to whole fours. */
  private float[][] vectors() {
    float[] nought = new float[entries.vocabulary().dimensions()];
    float[][] vectors = new float[Vectors.inFours(query.words().size())][];
    for (int i = 0; i < vectors.length; i++) {
      float[] vector = i < query.words().size() ? query.words().get(i).vector() : null;
      vectors[i] = vector == null ? nought : vector;
    }
    return vectors;
  }

  /** BM25F, as a share of what an entry with all words of the question would have. */
  private double[] words() {
    double[] sums = new double[entries.count()];
    double[] best = new double[entries.count()];
    double most = 0;
    for (Query.Word word : query.words()) {
      most += word.weight();
      // A word finds an entry once, by whichever of its stems does it best.
      for (int stem = 0; stem < word.stems().length; stem++) {
        Entries.Postings postings = entries.postings(word.stems()[stem]);
        double weight = word.weight() * word.worths()[stem];
        for (int i = 0; i < postings.entries().length; i++) {
          int entry = postings.entries()[i];
          double gain = weight * postings.values()[i];
          if (gain > best[entry]) {
            sums[entry] += gain - best[entry];
            best[entry] = gain;
          }
        }
      }
      for (int stem : word.stems()) {
        for (int entry : entries.postings(stem).entries()) {
          best[entry] = 0;
        }
      }
    }
    double full = most * (Entries.K1 + 1) * OF_FULL_MATCH;
    for (int entry = 0; entry < sums.length; entry++) {
      sums[entry] = full == 0 ? 0 : Math.min(1, sums[entry] / full);
    }
    return sums;
  }

  /** How alike the question and all ways of asking together are. */
  private double[] meaning() {
    double[] values = new double[entries.count()];
    float[] vector = query.vector();
    for (int entry = 0; vector != null && entry < values.length; entry++) {
      values[entry] = cosine(vector, entries.get(entry).centre());
    }
    return values;
  }

  private static double cosine(float[] one, float @Nullable [] other) {
    return other == null ? 0 : Math.max(0, Vectors.cosine(one, other));
  }

  /** The numbers of the entries that may answer: the best by the cheaper features. */
  int[] close() {
    int[] numbers = new int[CLOSE];
    double[] scores = new double[CLOSE];
    int count = 0;
    for (int entry = 0; entry < words.length; entry++) {
      double score = words[entry] + meaning[entry];
      if (score <= (count < CLOSE ? 0 : scores[CLOSE - 1])) {
        continue;
      }
      int place = count < CLOSE ? count++ : CLOSE - 1;
      for (; place > 0 && scores[place - 1] < score; place--) {
        scores[place] = scores[place - 1];
        numbers[place] = numbers[place - 1];
      }
      scores[place] = score;
      numbers[place] = entry;
    }
    return Arrays.copyOf(numbers, count);
  }

  /** All features of one entry; those that it cannot have are missing. */
  Map<Feature, Double> features(int number) {
    Map<Feature, Double> values = new EnumMap<>(Feature.class);
    Entries.Entry entry = entries.get(number);
    values.put(Feature.WORDS, words[number]);
    float[] vector = query.vector();
    if (vector != null) {
      values.put(Feature.MEANING, meaning(entry, vector, meaning[number]));
      if (entry.whole() != null) {
        values.put(Feature.MEANING_WITH_ANSWER, cosine(vector, entry.whole()));
      }
    }
    addWordByWord(entry, values);
    return values;
  }

  private static double meaning(Entries.Entry entry, float[] vector, double centre) {
    double best = 0;
    for (Entries.Line line : entry.asked()) {
      best = Math.max(best, cosine(vector, line.vector()));
    }
    return OF_BEST_LINE * best + (1 - OF_BEST_LINE) * centre;
  }

  /** Whether the question is one of the ways of asking, word for word in any order. */
  boolean isInItsOwnWords(int number) {
    int[] asked = query.numbers();
    for (Entries.Line line : entries.get(number).asked()) {
      if (asked.length > 0 && Arrays.equals(asked, line.words())) {
        return true;
      }
    }
    return false;
  }

  /** Features that compare each word of the question with each of all ways of asking. */
  private void addWordByWord(Entries.Entry entry, Map<Feature, Double> values) {
    float[] likest = new float[vectors.length];
    double[] alignments = new double[entry.asked().size()];
    for (int i = 0; i < alignments.length; i++) {
      float[] likestOfLine = new float[vectors.length];
      double fromLine = fromLine(entry.asked().get(i), likestOfLine);
      alignments[i] = TO_ENTRY * ofQuestion(likestOfLine) + (1 - TO_ENTRY) * fromLine;
      keepLarger(likest, likestOfLine);
    }
    values.put(Feature.ALIGNMENT, nearest(alignments));
    values.put(Feature.COVERAGE, ofQuestion(likest));
  }

  /**
   * How much of the line the question says.
   *
   * @param likest takes how like each word of the question is to the likest of the line
   */
  private double fromLine(Entries.Line line, float[] likest) {
    double said = 0;
    double all = 0;
    for (int word : line.words()) {
      float[] likeness = likeness(word);
      keepLarger(likest, likeness);
      double weight = entries.weight(word);
      said += weight * largest(likeness);
      all += weight;
    }
    return all == 0 ? 0 : said / all;
  }

  /**
   * How much of the question is said.
   *
   * @param likest how much of each word is
   */
  private double ofQuestion(float[] likest) {
    double said = 0;
    double all = 0;
    for (int i = 0; i < weights.length; i++) {
      said += weights[i] * likest[i];
      all += weights[i];
    }
    return all == 0 ? 0 : said / all;
  }

  /** The mean of the ways of asking that come nearest, at most three. */
  private static double nearest(double[] alignments) {
    Arrays.sort(alignments);
    int count = Math.min(NEAREST_LINES, alignments.length);
    double sum = 0;
    for (int i = 1; i <= count; i++) {
      sum += alignments[alignments.length - i];
    }
    return count == 0 ? 0 : sum / count;
  }

  private static void keepLarger(float[] kept, float[] others) {
    for (int i = 0; i < kept.length; i++) {
      kept[i] = others[i] > kept[i] ? others[i] : kept[i];
    }
  }

  private static float largest(float[] values) {
    float largest = 0;
    for (float value : values) {
      largest = value > largest ? value : largest;
    }
    return largest;
  }

  /** How like a word of the entries is to each word of the question. */
  private float[] likeness(int number) {
    float[] known = likeness[number];
    if (known == null) {
      known = new float[vectors.length];
      Vocabulary.Word word = entries.vocabulary().word(number);
      float[] vector = word.vector();
      if (vector != null) {
        Vectors.cosines(vector, vectors, known);
      }
      for (int i = 0; i < query.words().size(); i++) {
        double like = OF_LIKE * (known[i] - LEAST_COSINE) / (1 - LEAST_COSINE);
        known[i] = (float) Math.max(query.words().get(i).same(word), like);
      }
      likeness[number] = known;
    }
    return known;
  }
}
