package com.avonsolutions.answers;

import java.util.Map;

/**
 * Weights and thresholds of the ranking. {@code make answer-calibration} shows how they are fitted.
 *
 * @param weights each feature's weight in the match
 * @param confidence turns matches into confidence
 * @param unrelatedMatch the match of an entry that has nothing to do with the question
 * @param answerThreshold least confidence of an answer
 * @param didYouMeanThreshold least confidence of a "did you mean" entry
 */
record Tuning(
    Map<Feature, Double> weights,
    Confidence confidence,
    double unrelatedMatch,
    double answerThreshold,
    double didYouMeanThreshold) {

  /** Logistic regression of whether the best entry is the right one: an intercept and weights. */
  record Confidence(double constant, double match, double others, double lead, double words) {

    /** From 0 to 1. */
    double of(Signals signals) {
      double sum =
          constant
              + match * signals.match()
              + others * signals.others()
              + lead * signals.lead()
              + words * signals.words();
      return 1 / (1 + Math.exp(-sum));
    }
  }

  static final Tuning WITH_VECTORS =
      new Tuning(
          Map.of(
              Feature.WORDS, 0.15,
              Feature.MEANING, 2.1,
              Feature.MEANING_WITH_ANSWER, 0.8,
              Feature.ANSWER_WORDS, 0.4,
              Feature.ALIGNMENT, 0.7,
              Feature.COVERAGE, 0.3),
          new Confidence(-4.61, 7.25, -2.67, 13.26, 1.91),
          0.3,
          0.53,
          0.25);

  /** For when the file of word vectors is missing or damaged. */
  static final Tuning WITHOUT_VECTORS =
      new Tuning(
          Map.of(Feature.WORDS, 1.0, Feature.ALIGNMENT, 0.6, Feature.COVERAGE, 0.5),
          new Confidence(-5.68, 7.20, -2.44, 5.67, 3.35),
          0.3,
          0.50,
          0.25);

  double weight(Feature feature) {
    return weights.getOrDefault(feature, 0.0);
  }

  /** Weighted mean of an entry's features. A feature that the entry does not have is left out. */
  double match(Map<Feature, Double> features) {
    double sum = 0;
    double totalWeight = 0;
    for (Map.Entry<Feature, Double> feature : features.entrySet()) {
      sum += weight(feature.getKey()) * feature.getValue();
      totalWeight += weight(feature.getKey());
    }
    return totalWeight == 0 ? 0 : sum / totalWeight;
  }

  ConfidenceBand band(double score) {
    if (score >= answerThreshold) {
      return ConfidenceBand.ANSWER;
    }
    return score >= didYouMeanThreshold ? ConfidenceBand.DID_YOU_MEAN : ConfidenceBand.NONE;
  }
}
