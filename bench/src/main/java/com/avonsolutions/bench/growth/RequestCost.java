package com.avonsolutions.bench.growth;

import java.util.List;

/**
 * The cost of one kind of request.
 *
 * @param first capacity of an instance's start and its first request, which fills caches
 * @param after median capacity of the requests that follow
 * @param p50Ms median latency of the requests that follow
 */
record RequestCost(Capacity first, Capacity after, double p50Ms) {

  /** One request after the first. */
  record Sample(Capacity capacity, double millis) {}

  static RequestCost of(Capacity first, List<Sample> after) {
    return new RequestCost(
        first,
        after.stream()
            .map(Sample::capacity)
            .sorted((a, b) -> Double.compare(a.total(), b.total()))
            .toList()
            .get(after.size() / 2),
        after.stream().mapToDouble(Sample::millis).sorted().toArray()[after.size() / 2]);
  }

  boolean usesTables() {
    return first.total() + after.total() > 0;
  }

  /** Growth of the capacity, first and after together, e.g. 0.5 for 50 % more. */
  double growthFrom(RequestCost before) {
    return (first.total() + after.total()) / (before.first.total() + before.after.total()) - 1;
  }
}
