package com.avonsolutions.faq.search;

import com.avonsolutions.faq.search.IndexedEntry.Line;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How sure we are that an entry answers a question: the share of the question's words, by weight,
 * that one of the entry's ways of asking covers. A word found elsewhere in the entry counts in
 * part, and a way of asking that says much more than the question counts less.
 */
final class Confidence {
  /** Of the question that is one of ours, word for word. */
  private static final double CERTAIN = 1;

  private static final double IN_OTHER_LINE = 0.6;
  private static final double IN_ANSWER = 0.25;
  private static final double OF_CORRECTED = 0.85;
  private static final double OF_COVERAGE = 0.5;

  /** Weighs against every question, so that one matching word is not certainty. */
  private static final double DOUBT = 0.3;

  private final List<Word> question;
  private final Set<String> meanings;
  private final Weights weights;
  private final double whole;

  Confidence(List<Word> question, Weights weights) {
    this.question = question;
    this.meanings =
        question.stream().flatMap(word -> word.meanings().stream()).collect(Collectors.toSet());
    this.weights = weights;
    this.whole = question.stream().mapToDouble(weights::of).sum() + DOUBT * weights.largest();
  }

  double in(IndexedEntry entry) {
    double best = 0;
    for (Line line : entry.asked()) {
      if (line.meanings().equals(meanings)) {
        return CERTAIN;
      }
      double covered = coverage(entry, line.meanings()) / whole;
      best =
          Math.max(best, covered * (OF_COVERAGE + (1 - OF_COVERAGE) * shareAsked(line.meanings())));
    }
    return best;
  }

  private double coverage(IndexedEntry entry, Set<String> line) {
    double covered = 0;
    for (Word word : question) {
      double match = match(word, entry, line);
      covered += weights.of(word) * (word.corrected() ? OF_CORRECTED * match : match);
    }
    return covered;
  }

  private static double match(Word word, IndexedEntry entry, Set<String> line) {
    double best = 0;
    for (String meaning : word.meanings()) {
      if (line.contains(meaning)) {
        return 1;
      }
      if (entry.askedMeanings().contains(meaning)) {
        best = IN_OTHER_LINE;
      } else if (entry.answer().meanings().contains(meaning)) {
        best = Math.max(best, IN_ANSWER);
      }
    }
    return best;
  }

  /** How much of the line the question says. */
  private double shareAsked(Set<String> line) {
    double asked = 0;
    double all = 0;
    for (String meaning : line) {
      double weight = weights.of(meaning);
      all += weight;
      asked += meanings.contains(meaning) ? weight : 0;
    }
    return all == 0 ? 0 : asked / all;
  }
}
