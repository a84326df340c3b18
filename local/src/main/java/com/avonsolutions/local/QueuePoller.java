package com.avonsolutions.local;

import com.avonsolutions.sandbox.engine.EmbeddedSqs;
import com.avonsolutions.sandbox.template.SamTemplate;
import java.time.Duration;

/** Delivers the queues' messages to their functions. */
final class QueuePoller {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final SamTemplate template;
  private final EmbeddedSqs sqs;
  private final EventInvoker invoker;

  QueuePoller(SamTemplate template, EmbeddedSqs sqs, EventInvoker invoker) {
    this.template = template;
    this.sqs = sqs;
    this.invoker = invoker;
  }

  void start() {
    invoker.repeat(PAUSE, this::poll);
  }

  private void poll() {
    for (SamTemplate.Function function : template.functions().values()) {
      for (SamTemplate.QueueSource source : function.queues()) {
        String id = function.logicalId();
        while (sqs.deliver(
                source,
                event -> invoker.invoke(id, source.queueId(), "messages of the queue", event))
            > 0) {
          // Until the queue has no more messages.
        }
      }
    }
  }
}
