package com.avonsolutions.domain;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Provides the system clocks, unless a test provides its own. */
@Factory
final class ClockFactory {

  @Singleton
  @Requires(missingBeans = Clock.class)
  Clock clock() {
    return Clock.systemUTC();
  }

  @Singleton
  @Requires(missingBeans = MonotonicClock.class)
  MonotonicClock monotonicClock() {
    return time -> Thread.sleep(time.toMillis());
  }
}
