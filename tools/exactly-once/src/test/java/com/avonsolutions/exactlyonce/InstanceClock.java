package com.avonsolutions.exactlyonce;

import com.avonsolutions.domain.MonotonicClock;
import com.avonsolutions.sandbox.MutableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock of an instance: the simulation's time with a skew of its own. */
final class InstanceClock extends Clock implements MonotonicClock {
  private final MutableClock time;
  private final Runnable onSleep;
  private volatile Duration skew = Duration.ZERO;

  /**
   * Creates a clock without skew.
   *
   * @param time passes only when the scenario says so, or while an instance sleeps
   * @param onSleep runs while the instance sleeps
   */
  InstanceClock(MutableClock time, Runnable onSleep) {
    this.time = time;
    this.onSleep = onSleep;
  }

  void step(Duration by) {
    skew = skew.plus(by);
  }

  void resetSkew() {
    skew = Duration.ZERO;
  }

  @Override
  public Instant instant() {
    return time.instant().plus(skew);
  }

  /** Without skew: a monotonic clock is never adjusted. */
  @Override
  public long nanos() {
    // Overflows every 585 years, which differences tolerate.
    return time.millis() * 1_000_000;
  }

  @Override
  public void sleep(Duration wait) {
    time.pass(wait);
    onSleep.run();
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
