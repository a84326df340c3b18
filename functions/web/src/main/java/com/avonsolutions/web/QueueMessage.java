package com.avonsolutions.web;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;

/**
 * A message as SQS hands it to a function.
 *
 * @param receiptHandle names this delivery of it, for calls about it
 * @param attributes what SQS says of it, by SQS's names
 */
@Serdeable.Deserializable
public record QueueMessage(
    String messageId, String receiptHandle, String body, Map<String, String> attributes) {

  /** How often it was handed out, this time included. */
  public int deliveries() {
    return Integer.parseInt(attributes.getOrDefault("ApproximateReceiveCount", "1"));
  }
}
