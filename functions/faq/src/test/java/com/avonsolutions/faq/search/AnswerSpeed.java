package com.avonsolutions.faq.search;

import com.avonsolutions.domain.faq.FaqEntry;
import com.avonsolutions.faq.search.EvaluationSet.Case;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * {@code make answer-speed}: how long an index takes to build and a question to answer, in this
 * process, with copies of the starter entries. It tells as much about the machine as about the
 * code.
 */
public final class AnswerSpeed {
  private static final int ASKED = 20_000;

  private AnswerSpeed() {}

  /** Takes no arguments. */
  public static void main(String[] arguments) throws IOException {
    List<FaqEntry> entries = EvaluationSet.starterEntries();
    List<String> questions = EvaluationSet.visitors().cases().stream().map(Case::question).toList();

    long start = System.nanoTime();
    AnswerIndex first = new AnswerIndex(entries);
    double built = millis(start);
    start = System.nanoTime();
    first.prime();
    double primed = millis(start);
    start = System.nanoTime();
    first.ask(questions.get(0));
    System.out.printf(
        Locale.ROOT,
        "cold: vectors and index of %d entries %.0f ms, priming %.0f ms, then first answer %.1f ms%n",
        entries.size(),
        built,
        primed,
        millis(start));

    for (int count : new int[] {150, 1_500, 5_000}) {
      start = System.nanoTime();
      AnswerIndex index = new AnswerIndex(AnswerQualityTest.many(entries, count));
      built = millis(start);
      double[] times = times(index, questions);
      System.out.printf(
          Locale.ROOT,
          "%d entries: built in %.0f ms, answered in p50 %.3f ms, p99 %.3f ms%n",
          count,
          built,
          times[times.length / 2],
          times[times.length * 99 / 100]);
    }
  }

  private static double[] times(AnswerIndex index, List<String> questions) {
    double[] times = new double[ASKED / 4];
    for (int i = 0; i < ASKED; i++) {
      long start = System.nanoTime();
      index.ask(questions.get(i % questions.size()));
      // The first three quarters warm the code up.
      times[i % times.length] = millis(start);
    }
    Arrays.sort(times);
    return times;
  }

  private static double millis(long start) {
    return (System.nanoTime() - start) / 1e6;
  }
}
