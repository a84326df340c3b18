package com.avonsolutions.answers;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * The time from a question to its result, in warm code. Other load on the machine only adds time,
 * so the fastest of several runs counts; the times of all runs show how much load there was.
 *
 * @param fastest each question's fastest run
 * @param all all runs of all questions
 */
record Latency(Percentiles fastest, Percentiles all) {
  static final int RUNS = 7;

  private static final int WARM_UP_QUESTIONS = 10_000;
  private static final long MAX_WARM_UP_NANOS = TimeUnit.SECONDS.toNanos(10);

  /** The 50th and 99th percentile, in milliseconds. */
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
    for (int i = 0; i < WARM_UP_QUESTIONS && count > 0; i++) {
      index.ask(questions.get(i % count));
      if (System.nanoTime() - begin > MAX_WARM_UP_NANOS) {
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
