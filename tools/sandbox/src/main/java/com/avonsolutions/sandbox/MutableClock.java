package com.avonsolutions.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock in UTC that stands still until a test moves it. */
public final class MutableClock extends Clock {
  private volatile Instant now = Instant.parse("2026-11-22T10:15:30Z");

  public void set(Instant instant) {
    now = instant;
  }

  /** Moves the clock, back with a negative time. */
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
    throw new UnsupportedOperationException("Nobody asks for it");
  }
}
