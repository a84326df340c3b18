package com.avonsolutions.domain;

import java.time.Duration;

/**
 * Measures time spans and waits. Unlike the time of day it is never set. Tests that must not wait
 * pass {@code time -> {}}.
 */
@FunctionalInterface
public interface MonotonicClock {

  /** Nanoseconds since an arbitrary moment. */
  default long nanos() {
    return System.nanoTime();
  }

  void sleep(Duration time) throws InterruptedException;
}
