package com.avonsolutions.local;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Lambda's part where no request calls: looks for work again and again, and calls functions. */
final class EventCalls implements AutoCloseable {
  /** Queues, streams and schedules do not wait for each other. */
  private static final int THREADS = 3;

  private final Map<String, LocalFunction> functions;
  private final History history;
  private final ScheduledExecutorService timer =
      Executors.newScheduledThreadPool(THREADS, work -> new Thread(work, "events"));

  EventCalls(Map<String, LocalFunction> functions, History history) {
    this.functions = functions;
    this.history = history;
  }

  /** Does something from now on, each time so long after it was done. */
  void repeat(Duration pause, Runnable work) {
    var unused =
        timer.scheduleWithFixedDelay(
            () -> {
              try {
                work.run();
              } catch (RuntimeException e) {
                if (!timer.isShutdown()) {
                  System.err.println("Events could not be handed out: " + e);
                }
              }
            },
            0,
            pause.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  /**
   * Calls a function.
   *
   * @param source where the event comes from, and what it is, for the history
   * @return what the function wrote
   * @throws Exception when it failed
   */
  byte[] call(String functionId, String source, String what, byte[] event) throws Exception {
    LocalFunction local = functions.get(functionId);
    if (local == null) {
      throw new IllegalStateException(functionId + " was not started");
    }
    Instant at = Instant.now();
    long start = System.nanoTime();
    int status = 500;
    try {
      byte[] response = local.handle(event, UUID.randomUUID().toString());
      status = 200;
      return response;
    } finally {
      history.add(
          new Invocation(
              at,
              functionId,
              source,
              what,
              status,
              TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start),
              false));
    }
  }

  /** Begins nothing more, and gives what is at work some time. */
  @Override
  public void close() {
    timer.shutdown();
    try {
      if (!timer.awaitTermination(5, TimeUnit.SECONDS)) {
        System.err.println("A function still works on an event; it comes again.");
        timer.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
