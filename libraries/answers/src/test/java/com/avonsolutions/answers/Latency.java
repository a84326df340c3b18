package com.avonsolutions.answers;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * How long answers take, from the question to the result, in warm code. What else runs on the
 * machine only ever adds to it, so of several runs each question's fastest counts; the times of all
 * runs together tell how much was added.
 *
 * @param fastest each question's fastest
 * @param all the times of all runs
 */
record Latency(Percentiles fastest, Percentiles all) {
  static final int RUNS = 7;

  private static final int WARMING = 10_000;
  private static final long LONGEST_WARMING = TimeUnit.SECONDS.toNanos(10);

  /** In milliseconds; half of the answers, and 99 of 100, took no longer. */
  record Percentiles(double p50, double p99) {
    private static Percentiles of(double[] times) {
      if (times.length == 0) {
        return new Percentiles(0, 0);
      }
      double[] sorted = times.clone();
      Arrays.sort(sorted);
      return new Percentiles(sorted[sorted.length / 2], sorted[sorted.length * 99 / 100]);
    }
  }

  static Latency of(AnswerIndex index, List<String> questions) {
    int count = questions.size();
    long begin = System.nanoTime();
    for (int i = 0; i < WARMING && count > 0; i++) {
      index.ask(questions.get(i % count));
      if (System.nanoTime() - begin > LONGEST_WARMING) {
        break;
      }
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
    return new Latency(Percentiles.of(fastest), Percentiles.of(all));
  }

  /** A part of a line of a table. */
  String line() {
    return String.format(
        Locale.ROOT,
        "p50 %.3f ms  p99 %.3f ms (each question's fastest of %d; p99 of all %.3f)",
        fastest.p50(),
        fastest.p99(),
        RUNS,
        all.p99());
  }
}
