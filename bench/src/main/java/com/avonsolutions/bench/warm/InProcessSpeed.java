package com.avonsolutions.bench.warm;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.avonsolutions.bench.Functions;
import com.avonsolutions.bench.RouteSample;
import com.avonsolutions.sandbox.event.EventFixtures;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.LongSupplier;

/**
 * Speed of one instance in this process, called without pauses.
 *
 * @param allocated bytes per request, allocated by the thread that answers
 */
record InProcessSpeed(Speed speed, double allocated) {
  private static final Duration TIME_LIMIT = Duration.ofSeconds(5);
  private static final int MAX_REQUESTS = 10_000;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /**
   * Warms up for one run, then measures a second run.
   *
   * @param numbers a different number for each request
   */
  static InProcessSpeed measure(
      Functions functions, RouteSample sample, URI tables, LongSupplier numbers)
      throws IOException {
    RequestStreamHandler instance = functions.start(sample.event().functionId(), tables);
    try {
      run(instance, sample, numbers);
      return run(instance, sample, numbers);
    } finally {
      Functions.stop(instance);
    }
  }

  private static InProcessSpeed run(
      RequestStreamHandler instance, RouteSample sample, LongSupplier numbers) throws IOException {
    long[] times = new long[MAX_REQUESTS];
    long elapsed = 0;
    long allocated = 0;
    int count = 0;
    long thread = Thread.currentThread().getId();
    while (count < MAX_REQUESTS && elapsed < TIME_LIMIT.toNanos()) {
      byte[] event = sample.event(numbers.getAsLong());
      long before = THREADS.getThreadAllocatedBytes(thread);
      long start = System.nanoTime();
      byte[] response = EventFixtures.response(instance, event);
      times[count] = System.nanoTime() - start;
      allocated += THREADS.getThreadAllocatedBytes(thread) - before;
      elapsed += times[count];
      count++;
      Functions.check(sample.event(), response);
    }
    return new InProcessSpeed(
        Speed.of(Arrays.copyOf(times, count), elapsed), (double) allocated / count);
  }
}
