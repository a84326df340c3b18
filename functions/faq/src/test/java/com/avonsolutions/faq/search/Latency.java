package com.avonsolutions.faq.search;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How long answers take, from the question to the result, in warm code. What else runs on the
 * machine only ever adds to it, so of several runs each question's fastest counts; the times of all
 * runs together tell how much was added.
 *
 * @param p50Ms half of the questions took no longer
 * @param p99Ms 99 of 100 took no longer
 * @param noisyP99Ms the same over all runs
 */
record Latency(double p50Ms, double p99Ms, double noisyP99Ms) {
  private static final int WARMING = 10_000;
  private static final int RUNS = 7;

  static Latency of(AnswerIndex index, List<String> questions) {
    int count = questions.size();
    if (count == 0) {
      return new Latency(0, 0, 0);
    }
    for (int i = 0; i < WARMING; i++) {
      index.ask(questions.get(i % count));
    }
    double[] all = new double[RUNS * count];
    double[] fastest = new double[count];
    Arrays.fill(fastest, Double.MAX_VALUE);
    for (int i = 0; i < all.length; i++) {
      int question = i % count;
      long start = System.nanoTime();
      index.ask(questions.get(question));
      all[i] = (System.nanoTime() - start) / 1e6;
      fastest[question] = Math.min(fastest[question], all[i]);
    }
    Arrays.sort(all);
    Arrays.sort(fastest);
    return new Latency(percentile(fastest, 50), percentile(fastest, 99), percentile(all, 99));
  }

  private static double percentile(double[] sorted, int percent) {
    return sorted[sorted.length * percent / 100];
  }

  /** A part of a line of a table. */
  String line() {
    return String.format(
        Locale.ROOT,
        "p50 %.3f ms  p99 %.3f ms (each question's fastest of %d; p99 of all %.3f)",
        p50Ms,
        p99Ms,
        RUNS,
        noisyP99Ms);
  }
}
