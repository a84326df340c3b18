package com.avonsolutions.exactlyonce;

import com.avonsolutions.domain.MonotonicClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Time that passes only when the schedule says so, and clocks that do not quite agree on it. */
final class SimulatedTime extends Clock {
  private volatile Instant now = Instant.EPOCH;

  /** A function's own clock, which may be wrong. */
  static final class InstanceClock extends Clock implements MonotonicClock {
    private final SimulatedTime time;
    private final Runnable whileAsleep;
    private volatile Duration wrongBy = Duration.ZERO;

    private InstanceClock(SimulatedTime time, Runnable whileAsleep) {
      this.time = time;
      this.whileAsleep = whileAsleep;
    }

    void step(Duration by) {
      wrongBy = wrongBy.plus(by);
    }

    void setRight() {
      wrongBy = Duration.ZERO;
    }

    @Override
    public Instant instant() {
      return time.instant().plus(wrongBy);
    }

    /** Of the true time: nobody sets this one. */
    @Override
    public long nanos() {
      // Wraps around every 585 years, which differences do not mind.
      return time.millis() * 1_000_000;
    }

    @Override
    public void sleep(Duration wait) {
      time.pass(wait);
      whileAsleep.run();
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

  /**
   * Makes the clock of an instance.
   *
   * @param whileAsleep what others do while the instance waits
   */
  InstanceClock clock(Runnable whileAsleep) {
    return new InstanceClock(this, whileAsleep);
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
    throw new UnsupportedOperationException("Nobody asks for it");
  }
}
