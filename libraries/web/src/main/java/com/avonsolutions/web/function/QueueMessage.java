package com.avonsolutions.web.function;

import com.avonsolutions.text.json.JsonReader;
import java.util.List;
import java.util.Map;

/**
 * A message as SQS hands it to a function.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html">Using Lambda with
 *     Amazon SQS</a>
 * @param receiptHandle names this delivery of it, for calls about it
 * @param attributes what SQS says of it, by SQS's names
 */
public record QueueMessage(
    String messageId, String receiptHandle, String body, Map<String, String> attributes) {

  /**
   * The messages of an SQS event.
   *
   * @throws IllegalArgumentException for an event that no queue sent, such as one from the
   *     console's test button
   */
  static List<QueueMessage> of(byte[] event) {
    // A queue sends one message at least.
    List<JsonReader> records = JsonReader.parse(event).objects("Records");
    if (records.isEmpty()) {
      throw new IllegalArgumentException("Not an event of a queue");
    }
    return records.stream().map(QueueMessage::of).toList();
  }

  private static QueueMessage of(JsonReader message) {
    return new QueueMessage(
        message.text("messageId").orElse(""),
        message.text("receiptHandle").orElse(""),
        message.text("body").orElse(""),
        message.object("attributes").map(JsonReader::texts).orElse(Map.of()));
  }

  /** How often it was handed out, this time included. */
  public int deliveries() {
    return Integer.parseInt(attributes.getOrDefault("ApproximateReceiveCount", "1"));
  }
}
