package com.avonsolutions.answers;

import java.util.Map;

/**
 * The numbers that decide, all in one place; {@code make answer-calibration} shows where they come
 * from.
 *
 * @param weights what each feature counts in an entry's match
 * @param confidence turns matches into confidence
 * @param anyMatch what an entry matches that has nothing to do with the question
 * @param answerFrom from which confidence on an entry is called an answer
 * @param didYouMeanFrom from which confidence on a visitor is asked whether they meant it
 */
record Tuning(
    Map<Feature, Double> weights,
    Confidence confidence,
    double anyMatch,
    double answerFrom,
    double didYouMeanFrom) {

  /** A logistic regression on whether the best entry is the right one. */
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

  static final Tuning SHIPPED =
      new Tuning(
          Map.of(
              Feature.WORDS, 0.3,
              Feature.MEANING, 1.8,
              Feature.MEANING_WITH_ANSWER, 0.5,
              Feature.ALIGNMENT, 0.6,
              Feature.COVERAGE, 0.5),
          new Confidence(-4.61, 7.25, -2.67, 13.26, 1.91),
          0.3,
          0.52,
          0.25);

  /** When the vectors are missing. */
  static final Tuning WORDS_ALONE =
      new Tuning(
          Map.of(Feature.WORDS, 1.0, Feature.ALIGNMENT, 0.6, Feature.COVERAGE, 0.5),
          new Confidence(-5.68, 7.20, -2.44, 5.67, 3.35),
          0.3,
          0.50,
          0.25);

  double weight(Feature feature) {
    return weights.getOrDefault(feature, 0.0);
  }

  /** The weighted mean of the features that an entry has. */
  double match(Map<Feature, Double> features) {
    double sum = 0;
    double all = 0;
    for (Map.Entry<Feature, Double> feature : features.entrySet()) {
      sum += weight(feature.getKey()) * feature.getValue();
      all += weight(feature.getKey());
    }
    return all == 0 ? 0 : sum / all;
  }

  Band band(double score) {
    if (score >= answerFrom) {
      return Band.ANSWER;
    }
    return score >= didYouMeanFrom ? Band.DID_YOU_MEAN : Band.NONE;
  }
}
