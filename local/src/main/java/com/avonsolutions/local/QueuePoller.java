package com.avonsolutions.local;

import com.avonsolutions.sandbox.engine.EmbeddedSqs;
import com.avonsolutions.sandbox.template.SamTemplate;
import java.time.Duration;

/** Hands what lies in queues to their functions. */
final class QueuePoller {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final SamTemplate template;
  private final EmbeddedSqs sqs;
  private final EventCalls calls;

  QueuePoller(SamTemplate template, EmbeddedSqs sqs, EventCalls calls) {
    this.template = template;
    this.sqs = sqs;
    this.calls = calls;
  }

  void start() {
    calls.repeat(PAUSE, this::poll);
  }

  private void poll() {
    for (SamTemplate.Function function : template.functions().values()) {
      for (SamTemplate.QueueSource source : function.queues()) {
        String id = function.logicalId();
        while (sqs.deliver(
                source, event -> calls.call(id, source.queueId(), "messages of the queue", event))
            > 0) {
          // The next batch.
        }
      }
    }
  }
}
