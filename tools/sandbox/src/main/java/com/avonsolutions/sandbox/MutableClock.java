package com.avonsolutions.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock in UTC that stands still until a test advances it. */
public final class MutableClock extends Clock {
  private volatile Instant now = Instant.parse("2026-11-22T10:15:30Z");

  public void set(Instant instant) {
    now = instant;
  }

  /** Advances the clock; a negative time sets it back. */
  public synchronized void pass(Duration time) {
    now = now.plus(time);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("Not needed by the functions");
  }
}
