package com.avonsolutions.faq.search;

import com.avonsolutions.domain.faq.FaqEntry;
import com.avonsolutions.faq.search.EvaluationSet.Case;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * {@code make answer-speed}: how long an index takes to build and a question to answer, with copies
 * of the starter entries. It tells as much about the machine as about the code.
 */
public final class AnswerSpeed {

  private AnswerSpeed() {}

  /** Takes {@code cold} for a start in this process, which the next one no longer is. */
  public static void main(String[] arguments) throws IOException {
    List<FaqEntry> entries = EvaluationSet.starterEntries();
    List<String> questions = EvaluationSet.visitors().cases().stream().map(Case::question).toList();
    if (List.of(arguments).contains("cold")) {
      cold(entries, questions.get(0));
    } else {
      warm(entries, questions);
    }
  }

  private static void cold(List<FaqEntry> entries, String question) {
    long start = System.nanoTime();
    AnswerIndex index = new AnswerIndex(entries);
    double built = millis(start);
    start = System.nanoTime();
    index.prime();
    double primed = millis(start);
    start = System.nanoTime();
    index.ask(question);
    double answered = millis(start);
    System.out.printf(
        Locale.ROOT,
        "cold: vectors and index of %d entries %.0f ms, priming %.0f ms, then first answer %.2f ms%n",
        entries.size(),
        built,
        primed,
        answered);
  }

  private static void warm(List<FaqEntry> entries, List<String> questions) {
    for (int count : new int[] {150, 1_500, 5_000}) {
      long start = System.nanoTime();
      AnswerIndex index = new AnswerIndex(AnswerQualityTest.many(entries, count));
      double built = millis(start);
      System.out.printf(
          Locale.ROOT,
          "%d entries: built in %.0f ms, %s%n",
          count,
          built,
          Latency.of(index, questions).line());
    }
  }

  private static double millis(long start) {
    return (System.nanoTime() - start) / 1e6;
  }
}
