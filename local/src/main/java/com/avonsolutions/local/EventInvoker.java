package com.avonsolutions.local;

import com.avonsolutions.local.overview.Invocation;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Invokes functions for queues, streams and schedules, as Lambda's event sources do. */
final class EventInvoker implements AutoCloseable {
  /** Enough for each queue, stream and schedule, so that they do not wait for each other. */
  private static final int THREADS = 32;

  private final RunningFunctions functions;
  private final Consumer<Invocation> log;
  private final ScheduledExecutorService timer =
      Executors.newScheduledThreadPool(THREADS, work -> new Thread(work, "events"));

  EventInvoker(RunningFunctions functions, Consumer<Invocation> log) {
    this.functions = functions;
    this.log = log;
  }

  /** Runs a task at once, and then again and again, each time after a pause. */
  void repeat(Duration pause, Runnable task) {
    var unused =
        timer.scheduleWithFixedDelay(
            () -> {
              try {
                task.run();
              } catch (RuntimeException e) {
                if (!timer.isShutdown()) {
                  System.err.println("Cannot deliver events: " + e);
                }
              }
            },
            0,
            pause.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  /**
   * Invokes a function and logs the invocation.
   *
   * @param source the event source, for the log
   * @param description of the event, for the log
   * @return the function's response
   * @throws Exception when the function failed
   */
  byte[] invoke(String functionId, String source, String description, byte[] event)
      throws Exception {
    Instant at = Instant.now();
    long start = System.nanoTime();
    int status = 500;
    try (RunningFunctions.Lease lease = functions.lease(functionId)) {
      byte[] response = lease.function().invokeForEvent(event, UUID.randomUUID().toString());
      status = 200;
      return response;
    } finally {
      log.accept(
          new Invocation(
              at,
              functionId,
              source,
              description,
              status,
              TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start),
              false));
    }
  }

  /** Starts no more tasks, and waits a few seconds for running ones. */
  @Override
  public void close() {
    timer.shutdown();
    try {
      if (!timer.awaitTermination(5, TimeUnit.SECONDS)) {
        System.err.println("A function is still handling an event, which will be delivered again.");
        timer.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
