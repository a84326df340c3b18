package com.avonsolutions.local;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what happens in the background. */
final class Await {

  /** Long, because a build server may be slow, and only a failing test waits this long. */
  private static final Duration TIMEOUT = Duration.ofMinutes(1);

  private static final Duration POLL_INTERVAL = Duration.ofMillis(50);

  private Await() {}

  /** Returns as soon as the condition holds, and fails if it does not within a minute. */
  static void until(String expected, Callable<Boolean> condition) throws Exception {
    long deadline = System.nanoTime() + TIMEOUT.toNanos();
    while (!condition.call()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("No " + expected + " within " + TIMEOUT.toSeconds() + " s");
      }
      Thread.sleep(POLL_INTERVAL.toMillis());
    }
  }
}
