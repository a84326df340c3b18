package com.avonsolutions.sandbox.engine;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;

/**
 * A message in a queue of {@link EmbeddedSqs}.
 *
 * @param group for fair queues; empty for none
 * @param deliveries how often it was delivered so far
 * @param visibleAt when it may be delivered next
 */
public record SqsMessage(
    String id, String body, String group, Instant sentAt, int deliveries, Instant visibleAt) {

  SqsMessage deliveredUntil(Instant next) {
    return new SqsMessage(id, body, group, sentAt, deliveries + 1, next);
  }

  SqsMessage visibleAt(Instant next) {
    return new SqsMessage(id, body, group, sentAt, deliveries, next);
  }

  /** The message in another queue. */
  SqsMessage moved(Instant now) {
    return new SqsMessage(id, body, group, sentAt, 0, now);
  }

  /** Identifies the last delivery. */
  String receiptHandle() {
    return id + "#" + deliveries;
  }

  /** The message as a record of a function's event. */
  Map<String, Object> record(String queueId) {
    Map<String, String> attributes = new HashMap<>();
    attributes.put("ApproximateReceiveCount", Integer.toString(deliveries));
    attributes.put("SentTimestamp", Long.toString(sentAt.toEpochMilli()));
    attributes.put("SenderId", "local");
    attributes.put("ApproximateFirstReceiveTimestamp", Long.toString(sentAt.toEpochMilli()));
    if (!group.isEmpty()) {
      attributes.put("MessageGroupId", group);
    }
    return Map.of(
        "messageId",
        id,
        "receiptHandle",
        receiptHandle(),
        "body",
        body,
        "attributes",
        attributes,
        "messageAttributes",
        Map.of(),
        "md5OfBody",
        EmbeddedSqs.md5(body),
        "eventSource",
        "aws:sqs",
        "eventSourceARN",
        "arn:aws:sqs:us-east-1:000000000000:" + queueId,
        "awsRegion",
        "us-east-1");
  }

  /** Writes it to disk atomically. */
  void save(Path folder) {
    Path draft = folder.resolve(id + ".draft");
    try {
      JSON.std.write(
          Map.of(
              "id", id,
              "body", body,
              "group", group,
              "sentAt", sentAt.toString(),
              "deliveries", deliveries,
              "visibleAt", visibleAt.toString()),
          draft.toFile());
      Files.move(
          draft,
          folder.resolve(id + ".json"),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads it from disk.
   *
   * @throws IllegalArgumentException when the file is damaged, or another version wrote it
   */
  static SqsMessage read(Path file) {
    try {
      Map<String, Object> json = JSON.std.mapFrom(file.toFile());
      return new SqsMessage(
          String.valueOf(json.get("id")),
          String.valueOf(json.get("body")),
          String.valueOf(json.getOrDefault("group", "")),
          Instant.parse(String.valueOf(json.get("sentAt"))),
          Integer.parseInt(String.valueOf(json.get("deliveries"))),
          Instant.parse(String.valueOf(json.get("visibleAt"))));
    } catch (IOException | DateTimeParseException | NumberFormatException e) {
      throw new IllegalArgumentException(file + " is no message of this version", e);
    }
  }
}
