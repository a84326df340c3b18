package com.avonsolutions.exactlyonce;

import com.avonsolutions.domain.MonotonicClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Time that passes only when the scenario says so, and clocks with skew. */
final class SimulatedTime extends Clock {
  private volatile Instant now = Instant.EPOCH;

  /** The clock of an instance, with its own skew. */
  static final class InstanceClock extends Clock implements MonotonicClock {
    private final SimulatedTime time;
    private final Runnable onSleep;
    private volatile Duration skew = Duration.ZERO;

    private InstanceClock(SimulatedTime time, Runnable onSleep) {
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

  /**
   * Creates the clock of an instance.
   *
   * @param onSleep runs while the instance sleeps
   */
  InstanceClock clock(Runnable onSleep) {
    return new InstanceClock(this, onSleep);
  }

  void set(Instant instant) {
    now = instant;
  }

  void pass(Duration time) {
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
