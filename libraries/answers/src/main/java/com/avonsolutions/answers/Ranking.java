package com.avonsolutions.answers;

import com.avonsolutions.answers.Entries.Entry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The entries that come nearest to a question, best first, and how sure we are of each. */
final class Ranking {
  private static final int COMPARED = 5;

  /** An entry and how well it matches, before it is compared with the others. */
  private record Match(
      Entry entry, Map<Feature, Double> features, double value, boolean ownWords) {}

  private final Tuning tuning;
  private final double words;
  private final List<Match> matches = new ArrayList<>();

  Ranking(Query query, Entries entries, Tuning tuning) {
    this.tuning = tuning;
    this.words = query.meaningfulWords();
    Scores scores = new Scores(query, entries);
    for (int number : scores.close()) {
      Map<Feature, Double> features = scores.features(number);
      double value = tuning.match(features);
      if (value > 0) {
        matches.add(
            new Match(entries.get(number), features, value, scores.isInItsOwnWords(number)));
      }
    }
    matches.sort(
        Comparator.comparing(Match::ownWords)
            .thenComparingDouble(Match::value)
            .reversed()
            .thenComparing(match -> match.entry().entry().order()));
  }

  int size() {
    return matches.size();
  }

  Entry entry(int place) {
    return matches.get(place).entry();
  }

  /** From 0 to 1; an entry that is asked for in its own words is certain. */
  double score(int place) {
    return matches.get(place).ownWords() ? 1 : tuning.confidence().of(signals(place));
  }

  /** Compared with the next best entries; where there are few, with what any entry would match. */
  Signals signals(int place) {
    double others = 0;
    double best = tuning.anyMatch();
    for (int i = 0, count = 0; count < COMPARED; i++) {
      if (i != place) {
        double other = i < matches.size() ? matches.get(i).value() : tuning.anyMatch();
        others += other / COMPARED;
        best = Math.max(best, other);
        count++;
      }
    }
    double match = matches.get(place).value();
    return new Signals(match, others, match - best, words);
  }

  /** What the score of an entry is made of, in the order of the features. */
  List<Reason> reasons(int place) {
    Match match = matches.get(place);
    double all = match.features().keySet().stream().mapToDouble(tuning::weight).sum();
    double scale = score(place) / (match.value() * all);
    List<Reason> reasons = new ArrayList<>();
    match
        .features()
        .forEach(
            (feature, value) ->
                reasons.add(new Reason(feature, value, tuning.weight(feature) * value * scale)));
    return reasons;
  }
}
