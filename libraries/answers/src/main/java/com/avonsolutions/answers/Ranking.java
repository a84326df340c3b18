package com.avonsolutions.answers;

import com.avonsolutions.answers.InvertedIndex.Document;
import com.avonsolutions.domain.faq.FaqEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The candidates for a question, entries and refused subjects, best first, and the confidence in
 * each. Rank 0 is the best.
 */
final class Ranking {
  private static final int COMPARED_OTHERS = 5;

  /**
   * A candidate before it is compared with the others.
   *
   * @param value weighted mean of the features
   * @param exact whether the question has the words of one of its wordings
   */
  private record Match(
      Document document, Map<Feature, Double> features, double value, boolean exact) {}

  private final Tuning tuning;
  private final double contentWords;
  private final List<Match> matches = new ArrayList<>();

  Ranking(Query query, InvertedIndex index, Tuning tuning) {
    this.tuning = tuning;
    this.contentWords = query.contentWords();
    FeatureExtractor extractor = new FeatureExtractor(query, index);
    for (int number : extractor.candidates()) {
      Map<Feature, Double> features = extractor.features(number);
      double value = tuning.match(features);
      if (value > 0) {
        matches.add(
            new Match(index.document(number), features, value, extractor.isExactWording(number)));
      }
    }
    matches.sort(
        Comparator.comparing(Match::exact)
            .thenComparingDouble(Match::value)
            .reversed()
            .thenComparing(match -> match.document().entry().order()));
  }

  /** Whether a subject that is refused comes first. */
  boolean isRefused() {
    return !matches.isEmpty() && document(0).refused().isPresent();
  }

  int size() {
    return matches.size();
  }

  Document document(int rank) {
    return matches.get(rank).document();
  }

  FaqEntry entry(int rank) {
    return document(rank).entry();
  }

  /** Confidence from 0 to 1; it is 1 for an exact wording. */
  double score(int rank) {
    return matches.get(rank).exact() ? 1 : tuning.confidence().of(signals(rank));
  }

  /** Where fewer than five others match, entries that are unrelated to the question fill up. */
  Signals signals(int rank) {
    double others = 0;
    double bestOther = tuning.unrelatedMatch();
    for (int i = 0, count = 0; count < COMPARED_OTHERS; i++) {
      if (i != rank) {
        double other = i < matches.size() ? matches.get(i).value() : tuning.unrelatedMatch();
        others += other / COMPARED_OTHERS;
        bestOther = Math.max(bestOther, other);
        count++;
      }
    }
    double match = matches.get(rank).value();
    return new Signals(match, others, match - bestOther, contentWords);
  }

  /** The features' shares of a score, in the order of {@link Feature}. */
  List<Reason> reasons(int rank, double score) {
    Match match = matches.get(rank);
    double totalWeight = match.features().keySet().stream().mapToDouble(tuning::weight).sum();
    double scale = score / (match.value() * totalWeight);
    List<Reason> reasons = new ArrayList<>();
    match
        .features()
        .forEach(
            (feature, value) ->
                reasons.add(new Reason(feature, value, tuning.weight(feature) * value * scale)));
    return reasons;
  }
}
