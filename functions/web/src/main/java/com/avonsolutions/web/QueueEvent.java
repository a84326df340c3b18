package com.avonsolutions.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What we read of an SQS event.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html">Using Lambda with
 *     Amazon SQS</a>
 */
@Serdeable.Deserializable
record QueueEvent(@JsonProperty("Records") List<QueueMessage> records) {

  /** Refuses an event that no queue sent, such as one from the console's test button. */
  static List<QueueMessage> messages(@Nullable QueueEvent event) {
    // Missing records are read as none, and a queue sends one at least.
    if (event == null || event.records().isEmpty()) {
      throw new IllegalArgumentException("Not an event of a queue");
    }
    return event.records();
  }
}
