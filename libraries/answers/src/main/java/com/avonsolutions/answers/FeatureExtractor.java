package com.avonsolutions.answers;

import com.avonsolutions.answers.InvertedIndex.Document;
import com.avonsolutions.answers.InvertedIndex.Postings;
import com.avonsolutions.answers.InvertedIndex.Wording;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Computes the features of documents for one question. BM25F and the similarity of meaning are
 * cheap and computed for all documents; the comparison word by word is for {@link #candidates}.
 */
final class FeatureExtractor {
  private static final int MAX_ENTRIES = 14;
  private static final int MAX_REFUSED = 2;

  /** A BM25F score of this share of the largest possible one already counts as 1. */
  private static final double FULL_SCORE_SHARE = 0.6;

  /** A wording weighs e to the power of this times its cosine with the question. */
  private static final double NEAR_WORDINGS = 2;

  /** How many wordings {@link Feature#ALIGNMENT} takes the mean of. */
  private static final int ALIGNED_WORDINGS = 3;

  private static final double QUERY_TO_WORDING_WEIGHT = 0.6;

  /** Cosines up to this value count as no similarity. */
  private static final double MIN_COSINE = 0.2;

  /** The similarity of two words with the same vector and different stems. */
  private static final double MAX_VECTOR_SIMILARITY = 0.9;

  private final Query query;
  private final InvertedIndex index;
  private final double[] wordScores;
  private final double[] centroidCosines;
  private final double[] termWeights;
  private final int[] @Nullable [] termVectors;
  private final float[][] similaritiesByWord;

  FeatureExtractor(Query query, InvertedIndex index) {
    this.query = query;
    this.index = index;
    this.wordScores = wordScores();
    this.centroidCosines = centroidCosines();
    this.termWeights = query.terms().stream().mapToDouble(Query.QueryTerm::weight).toArray();
    this.termVectors = query.terms().stream().map(Query.QueryTerm::vector).toArray(int[][]::new);
    this.similaritiesByWord = new float[index.vocabulary().words().size()][];
  }

  /** {@link Feature#WORDS}: the BM25F score of each document, scaled to 0 to 1. */
  private double[] wordScores() {
    double[] scores = new double[index.documentCount()];
    double[] gainOfTerm = new double[index.documentCount()];
    double totalWeight = 0;
    for (Query.QueryTerm term : query.terms()) {
      totalWeight += term.weight();
      // A term counts once in a document, by the stem that gains most.
      for (int stem = 0; stem < term.stems().length; stem++) {
        Postings postings = index.postings(term.stems()[stem]);
        double weight = term.weight() * term.stemWeights()[stem];
        for (int i = 0; i < postings.documents().length; i++) {
          int document = postings.documents()[i];
          double gain = weight * postings.weights()[i];
          if (gain > gainOfTerm[document]) {
            scores[document] += gain - gainOfTerm[document];
            gainOfTerm[document] = gain;
          }
        }
      }
      for (int stem : term.stems()) {
        for (int document : index.postings(stem).documents()) {
          gainOfTerm[document] = 0;
        }
      }
    }
    double fullScore = totalWeight * (InvertedIndex.K1 + 1) * FULL_SCORE_SHARE;
    for (int document = 0; document < scores.length; document++) {
      scores[document] = fullScore == 0 ? 0 : Math.min(1, scores[document] / fullScore);
    }
    return scores;
  }

  private double[] centroidCosines() {
    double[] cosines = new double[index.documentCount()];
    int[] vector = query.vector();
    for (int document = 0; vector != null && document < cosines.length; document++) {
      cosines[document] = cosine(vector, index.document(document).centroid());
    }
    return cosines;
  }

  private static double cosine(int[] one, int @Nullable [] other) {
    return other == null ? 0 : Math.max(0, Vectors.cosine(one, other));
  }

  /**
   * Numbers of the documents that are best by the cheap features: at most 14 entries, then at most
   * 2 refused subjects.
   */
  int[] candidates() {
    int[] entries = best(0, index.entryCount(), MAX_ENTRIES);
    int[] refused = best(index.entryCount(), index.documentCount(), MAX_REFUSED);
    int[] candidates = Arrays.copyOf(entries, entries.length + refused.length);
    System.arraycopy(refused, 0, candidates, entries.length, refused.length);
    return candidates;
  }

  private int[] best(int from, int to, int max) {
    int[] candidates = new int[max];
    double[] scores = new double[max];
    int count = 0;
    for (int document = from; document < to; document++) {
      double score = wordScores[document] + centroidCosines[document];
      if (score <= (count < max ? 0 : scores[max - 1])) {
        continue;
      }
      int rank = count < max ? count++ : max - 1;
      for (; rank > 0 && scores[rank - 1] < score; rank--) {
        scores[rank] = scores[rank - 1];
        candidates[rank] = candidates[rank - 1];
      }
      scores[rank] = score;
      candidates[rank] = document;
    }
    return Arrays.copyOf(candidates, count);
  }

  /** The features of a document, without those that it cannot have. */
  Map<Feature, Double> features(int number) {
    Map<Feature, Double> features = new EnumMap<>(Feature.class);
    Document document = index.document(number);
    features.put(Feature.WORDS, wordScores[number]);
    int[] vector = query.vector();
    if (vector != null) {
      features.put(Feature.MEANING, meaning(document, vector));
      if (document.withAnswer() != null) {
        features.put(Feature.MEANING_WITH_ANSWER, cosine(vector, document.withAnswer()));
      }
    }
    if (document.answerStems().length > 0) {
      features.put(Feature.ANSWER_WORDS, answerCoverage(document.answerStems()));
    }
    addWordByWord(document, features);
    return features;
  }

  /**
   * Cosine with the sum of the wordings, in which those near to the question count more: an entry
   * whose wordings are about several things is as near as those that the question is about. The
   * cosines of the wordings with each other are known, so the sum itself is not needed.
   */
  private static double meaning(Document document, int[] vector) {
    List<Wording> wordings = document.wordings();
    double[] weights = new double[wordings.size()];
    double productWithSum = 0;
    double squaredLengthOfSum = 0;
    for (int i = 0; i < weights.length; i++) {
      int[] other = wordings.get(i).vector();
      if (other == null) {
        continue;
      }
      double cosine = Vectors.cosine(vector, other);
      weights[i] = Math.exp(NEAR_WORDINGS * cosine);
      productWithSum += weights[i] * cosine;
      float[] cosines = wordings.get(i).cosinesWithEarlier();
      double productWithEarlier = 0;
      for (int earlier = 0; earlier < i; earlier++) {
        productWithEarlier += weights[earlier] * cosines[earlier];
      }
      squaredLengthOfSum += weights[i] * (weights[i] + 2 * productWithEarlier);
    }
    return squaredLengthOfSum <= 0
        ? 0
        : Math.max(0, productWithSum / Math.sqrt(squaredLengthOfSum));
  }

  /** How much of the question occurs in the answer, by weight, from 0 to 1; only equal stems. */
  private double answerCoverage(int[] answerStems) {
    double covered = 0;
    double totalWeight = 0;
    for (Query.QueryTerm term : query.terms()) {
      totalWeight += term.weight();
      for (int i = 0; i < term.stems().length; i++) {
        if (term.stemWeights()[i] == 1 && Arrays.binarySearch(answerStems, term.stems()[i]) >= 0) {
          covered += term.weight();
          break;
        }
      }
    }
    return totalWeight == 0 ? 0 : covered / totalWeight;
  }

  /** Whether the question has the same words as one of the wordings, in any order. */
  boolean isExactWording(int number) {
    int[] words = query.words();
    for (Wording wording : index.document(number).wordings()) {
      if (words.length > 0 && Arrays.equals(words, wording.words())) {
        return true;
      }
    }
    return false;
  }

  private void addWordByWord(Document document, Map<Feature, Double> features) {
    float[] bestSimilarities = new float[termWeights.length];
    double[] alignments = new double[document.wordings().size()];
    for (int i = 0; i < alignments.length; i++) {
      float[] bestOfWording = new float[termWeights.length];
      double wordingCoverage = wordingCoverage(document.wordings().get(i), bestOfWording);
      alignments[i] =
          QUERY_TO_WORDING_WEIGHT * queryCoverage(bestOfWording)
              + (1 - QUERY_TO_WORDING_WEIGHT) * wordingCoverage;
      keepLarger(bestSimilarities, bestOfWording);
    }
    features.put(Feature.ALIGNMENT, meanOfBest(alignments));
    features.put(Feature.COVERAGE, queryCoverage(bestSimilarities));
  }

  /**
   * How much of a wording the question covers, by weight, from 0 to 1.
   *
   * @param bestSimilarities receives, for each term of the query, its largest similarity to a word
   *     of the wording
   */
  private double wordingCoverage(Wording wording, float[] bestSimilarities) {
    double covered = 0;
    double totalWeight = 0;
    for (int word : wording.words()) {
      float[] similarities = similarities(word);
      keepLarger(bestSimilarities, similarities);
      double weight = index.weight(word);
      covered += weight * largest(similarities);
      totalWeight += weight;
    }
    return totalWeight == 0 ? 0 : covered / totalWeight;
  }

  /**
   * How much of the question is covered, by weight, from 0 to 1.
   *
   * @param bestSimilarities for each term of the query, its largest similarity to a word of the
   *     covering text
   */
  private double queryCoverage(float[] bestSimilarities) {
    double covered = 0;
    double totalWeight = 0;
    for (int i = 0; i < termWeights.length; i++) {
      covered += termWeights[i] * bestSimilarities[i];
      totalWeight += termWeights[i];
    }
    return totalWeight == 0 ? 0 : covered / totalWeight;
  }

  private static double meanOfBest(double[] alignments) {
    Arrays.sort(alignments);
    int count = Math.min(ALIGNED_WORDINGS, alignments.length);
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

  /** The similarity of a word to each term of the query, from 0 to 1, computed once per word. */
  private float[] similarities(int wordId) {
    float[] similarities = similaritiesByWord[wordId];
    if (similarities == null) {
      similarities = new float[termWeights.length];
      Vocabulary.Word word = index.vocabulary().word(wordId);
      int[] vector = word.vector();
      boolean sharesStem = query.sharesStem(word);
      for (int i = 0; i < similarities.length; i++) {
        double byStem = sharesStem ? query.terms().get(i).stemSimilarity(word) : 0;
        similarities[i] = (float) Math.max(byStem, similarity(termVectors[i], vector));
      }
      similaritiesByWord[wordId] = similarities;
    }
    return similarities;
  }

  private static double similarity(int @Nullable [] one, int @Nullable [] other) {
    double cosine = one == null || other == null ? 0 : Vectors.cosine(one, other);
    return MAX_VECTOR_SIMILARITY * (cosine - MIN_COSINE) / (1 - MIN_COSINE);
  }
}
