package com.avonsolutions.bench.warm;

import java.util.Arrays;
import java.util.Locale;

/**
 * Throughput and latency.
 *
 * @param perSecond answers per second
 * @param p50Ms median latency
 * @param p99Ms 99th percentile of the latency
 */
record Speed(double perSecond, double p50Ms, double p99Ms) {

  /**
   * Computes it.
   *
   * @param times latency of each answer, in nanoseconds
   * @param elapsed total time, in nanoseconds
   */
  static Speed of(long[] times, long elapsed) {
    long[] sorted = times.clone();
    Arrays.sort(sorted);
    return new Speed(
        sorted.length * 1e9 / elapsed,
        sorted[sorted.length / 2] / 1e6,
        sorted[sorted.length * 99 / 100] / 1e6);
  }

  /** As three table cells. */
  String cells() {
    return String.format(Locale.ROOT, "%,.0f | %.2f ms | %.2f ms", perSecond, p50Ms, p99Ms);
  }
}
