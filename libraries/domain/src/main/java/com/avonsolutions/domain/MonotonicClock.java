package com.avonsolutions.domain;

import java.time.Duration;

/** Measures elapsed time and sleeps; unlike the wall clock it is never adjusted. */
public interface MonotonicClock {

  /** Nanoseconds since an arbitrary origin. */
  long nanos();

  void sleep(Duration time) throws InterruptedException;
}
