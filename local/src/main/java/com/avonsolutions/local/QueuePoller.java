package com.avonsolutions.local;

import com.avonsolutions.testing.EmbeddedSqs;
import com.avonsolutions.testing.SamTemplate;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Lambda's part where no request calls: hands what lies in queues to their functions. */
final class QueuePoller implements AutoCloseable {

  private final SamTemplate template;
  private final EmbeddedSqs sqs;
  private final Map<String, LocalFunction> functions;
  private final History history;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "queues"));

  QueuePoller(
      SamTemplate template,
      EmbeddedSqs sqs,
      Map<String, LocalFunction> functions,
      History history) {
    this.template = template;
    this.sqs = sqs;
    this.functions = functions;
    this.history = history;
  }

  /** Looks once a second from now on. */
  void start() {
    var unused = timer.scheduleWithFixedDelay(this::poll, 1, 1, TimeUnit.SECONDS);
  }

  private void poll() {
    try {
      for (SamTemplate.Function function : template.functions().values()) {
        for (SamTemplate.QueueSource source : function.queues()) {
          while (sqs.deliver(source, event -> handle(function, source, event)) > 0) {
            // The next batch.
          }
        }
      }
    } catch (RuntimeException e) {
      System.err.println("Messages could not be handed out: " + e);
    }
  }

  private byte[] handle(SamTemplate.Function function, SamTemplate.QueueSource source, byte[] event)
      throws Exception {
    LocalFunction local = functions.get(function.logicalId());
    if (local == null) {
      throw new IllegalStateException(function.logicalId() + " was not started");
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
              function.logicalId(),
              source.queueId(),
              "messages of the queue",
              status,
              TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start),
              false));
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
    try {
      if (!timer.awaitTermination(10, TimeUnit.SECONDS)) {
        System.err.println("A function still works on a message; it comes again.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
