package com.avonsolutions.domain.resilience;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Leaves a failing service alone for a while. Whoever calls the service asks {@link #isClosed}
 * first and opens the circuit when the call fails. After the back-off the circuit is closed again,
 * and the next call shows whether the service is back.
 */
public final class CircuitBreaker {
  private final Duration backOff;
  private final Clock clock;
  private volatile Instant openUntil = Instant.MIN;

  /** A closed circuit. */
  public CircuitBreaker(Duration backOff, Clock clock) {
    this.backOff = backOff;
    this.clock = clock;
  }

  /** Whether the service may be called. */
  public boolean isClosed() {
    return !clock.instant().isBefore(openUntil);
  }

  /** Stops calls for the back-off. */
  public void open() {
    openUntil = clock.instant().plus(backOff);
  }
}
