package com.avonsolutions.bench.growth;

import java.util.List;

/**
 * What requests of one kind cost.
 *
 * @param first the start of an instance and its first request, which reads what is kept in memory
 * @param after the median of the requests that follow
 * @param p50Ms half of these took no longer
 */
record Cost(Capacity first, Capacity after, double p50Ms) {

  /** A request that followed the first. */
  record Sample(Capacity capacity, double millis) {}

  static Cost of(Capacity first, List<Sample> after) {
    return new Cost(
        first,
        after.stream()
            .map(Sample::capacity)
            .sorted((a, b) -> Double.compare(a.total(), b.total()))
            .toList()
            .get(after.size() / 2),
        after.stream().mapToDouble(Sample::millis).sorted().toArray()[after.size() / 2]);
  }

  boolean touchesTables() {
    return first.total() + after.total() > 0;
  }

  /** How much more this is, first and after together, as a part of what it was. */
  double growthFrom(Cost before) {
    return (first.total() + after.total()) / (before.first.total() + before.after.total()) - 1;
  }
}
