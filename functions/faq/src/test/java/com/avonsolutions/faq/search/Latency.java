package com.avonsolutions.faq.search;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How long answers take, from the question to the result, in warm code. What else runs on the
 * machine only ever adds to it, so of several runs the fastest counts; the slowest tells how much
 * was added.
 *
 * @param p50Ms half of the answers took no longer, in the fastest run
 * @param p99Ms 99 of 100 took no longer, in the fastest run
 * @param slowestP99Ms the same in the slowest run
 */
record Latency(double p50Ms, double p99Ms, double slowestP99Ms) {
  private static final int WARMING = 10_000;
  private static final int ASKED_IN_A_RUN = 2_000;
  private static final int RUNS = 7;

  static Latency of(AnswerIndex index, List<String> questions) {
    if (questions.isEmpty()) {
      return new Latency(0, 0, 0);
    }
    for (int i = 0; i < WARMING; i++) {
      index.ask(questions.get(i % questions.size()));
    }
    Latency best = run(index, questions);
    double slowest = best.p99Ms;
    for (int run = 1; run < RUNS; run++) {
      Latency next = run(index, questions);
      slowest = Math.max(slowest, next.p99Ms);
      best = next.p99Ms < best.p99Ms ? next : best;
    }
    return new Latency(best.p50Ms, best.p99Ms, slowest);
  }

  private static Latency run(AnswerIndex index, List<String> questions) {
    double[] times = new double[ASKED_IN_A_RUN];
    for (int i = 0; i < times.length; i++) {
      String question = questions.get(i % questions.size());
      long start = System.nanoTime();
      index.ask(question);
      times[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(times);
    double p99 = times[times.length * 99 / 100];
    return new Latency(times[times.length / 2], p99, p99);
  }

  /** One line of a table. */
  String line() {
    return String.format(
        Locale.ROOT,
        "p50 %.3f ms  p99 %.3f ms (fastest of %d runs, slowest %.3f)",
        p50Ms,
        p99Ms,
        RUNS,
        slowestP99Ms);
  }
}
