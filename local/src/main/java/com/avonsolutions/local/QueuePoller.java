package com.avonsolutions.local;

import com.avonsolutions.sandbox.engine.EmbeddedSqs;
import com.avonsolutions.sandbox.template.SamTemplate;
import java.time.Duration;

/** Delivers the queues' messages to their functions. */
final class QueuePoller {
  /** Of one queue at a time; the cloud has more machines. */
  private static final int MAX_BATCHES = 4;

  private static final Duration PAUSE = Duration.ofMillis(200);

  private final SamTemplate template;
  private final EmbeddedSqs sqs;
  private final EventInvoker invoker;

  QueuePoller(SamTemplate template, EmbeddedSqs sqs, EventInvoker invoker) {
    this.template = template;
    this.sqs = sqs;
    this.invoker = invoker;
  }

  /** Each queue alone, with several batches at a time where the template allows them. */
  void start() {
    for (SamTemplate.Function function : template.functions().values()) {
      for (SamTemplate.QueueSource source : function.queues()) {
        int batches = Math.min(source.maxConcurrency(), MAX_BATCHES);
        for (int batch = 0; batch < batches; batch++) {
          invoker.repeat(PAUSE, () -> poll(function.logicalId(), source));
        }
      }
    }
  }

  private void poll(String functionId, SamTemplate.QueueSource source) {
    while (sqs.deliver(
            source,
            event -> invoker.invoke(functionId, source.queueId(), "messages of the queue", event))
        > 0) {
      // Until the queue has no more messages.
    }
  }
}
