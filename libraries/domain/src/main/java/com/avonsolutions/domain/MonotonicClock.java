package com.avonsolutions.domain;

import java.time.Duration;

/** Measures and waits; unlike the time of day it is never set. */
public interface MonotonicClock {

  /** Nanoseconds since a moment that means nothing. */
  long nanos();

  /** Lets time pass. */
  void sleep(Duration time) throws InterruptedException;
}
