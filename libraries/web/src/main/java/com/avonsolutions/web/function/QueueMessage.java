package com.avonsolutions.web.function;

import com.avonsolutions.text.json.JsonReader;
import java.util.List;
import java.util.Map;

/**
 * A message in an SQS event.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html">Using Lambda with
 *     Amazon SQS</a>
 * @param receiptHandle identifies this delivery in calls to SQS
 * @param attributes by SQS's names
 */
public record QueueMessage(
    String messageId, String receiptHandle, String body, Map<String, String> attributes) {

  /**
   * The messages of an SQS event.
   *
   * @throws IllegalArgumentException when it is not an SQS event, e.g. one of the console's test
   *     button
   */
  static List<QueueMessage> of(byte[] event) {
    List<JsonReader> records = JsonReader.parse(event).objects("Records");
    if (records.isEmpty()) {
      throw new IllegalArgumentException("Not an SQS event");
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

  /** How often it was delivered, this time included. */
  public int deliveries() {
    return Integer.parseInt(attributes.getOrDefault("ApproximateReceiveCount", "1"));
  }
}
