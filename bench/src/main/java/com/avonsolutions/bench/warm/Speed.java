package com.avonsolutions.bench.warm;

import java.util.Arrays;
import java.util.Locale;

/**
 * How fast answers came.
 *
 * @param perSecond answers
 * @param p50Ms half of them took no longer
 * @param p99Ms 99 of 100 took no longer
 */
record Speed(double perSecond, double p50Ms, double p99Ms) {

  /** Of the times of all answers, and the time in which they came; both in nanoseconds. */
  static Speed of(long[] times, long elapsed) {
    long[] sorted = times.clone();
    Arrays.sort(sorted);
    return new Speed(
        sorted.length * 1e9 / elapsed,
        sorted[sorted.length / 2] / 1e6,
        sorted[sorted.length * 99 / 100] / 1e6);
  }

  /** Three cells of a table. */
  String cells() {
    return String.format(Locale.ROOT, "%,.0f | %.2f ms | %.2f ms", perSecond, p50Ms, p99Ms);
  }
}
