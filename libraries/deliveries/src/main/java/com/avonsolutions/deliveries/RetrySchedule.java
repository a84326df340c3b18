package com.avonsolutions.deliveries;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The waits before each attempt of a delivery, the first attempt included.
 *
 * @param waits before the first, the second, … and the last attempt
 */
public record RetrySchedule(List<Duration> waits) {
  static final RetrySchedule MAIL =
      of(
          Duration.ZERO,
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(6),
          Duration.ofHours(12));

  /**
   * That of Standard Webhooks.
   *
   * @see <a
   *     href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">The
   *     specification</a>
   */
  static final RetrySchedule WEBHOOK =
      of(
          Duration.ZERO,
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(14),
          Duration.ofHours(20),
          Duration.ofHours(24));

  /** A chat has moved on after hours. */
  static final RetrySchedule CHAT =
      of(
          Duration.ZERO,
          Duration.ofSeconds(5),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2));

  /** A receiver that names a longer wait is asked again after this. */
  static final Duration MAX_WAIT = Duration.ofHours(24);

  /** Waits vary by this part, so that deliveries that failed together do not come back together. */
  private static final double JITTER = 0.2;

  public RetrySchedule {
    waits = List.copyOf(waits);
  }

  static RetrySchedule of(Duration... waits) {
    return new RetrySchedule(List.of(waits));
  }

  /** The time from the first attempt to the last, without what attempts take. */
  public Duration whole() {
    return waits.stream().reduce(Duration.ZERO, Duration::plus);
  }

  /**
   * The wait after a failed attempt; empty after the last.
   *
   * @param attempts how many there were
   * @param asked how long the receiver asks us to wait, which only makes a wait longer
   */
  public Optional<Duration> waitAfter(
      int attempts, Optional<Duration> asked, RandomGenerator random) {
    if (attempts >= waits.size()) {
      return Optional.empty();
    }
    double factor = 1 - JITTER + 2 * JITTER * random.nextDouble();
    Duration planned = Duration.ofMillis((long) (waits.get(attempts).toMillis() * factor));
    return Optional.of(
        asked
            .map(wait -> wait.compareTo(MAX_WAIT) > 0 ? MAX_WAIT : wait)
            .filter(wait -> wait.compareTo(planned) > 0)
            .orElse(planned));
  }
}
