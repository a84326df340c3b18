package com.avonsolutions.follow;

import com.avonsolutions.text.json.JsonReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * A change of one item, as far as followers need it: they read the item itself from its table, so
 * that a record that comes late or twice shows them what is true now.
 *
 * @param table the table's name
 * @param before the state that the item had; empty for a new item, and for one without a state
 * @param after the state that it has; empty for a deleted item, and for one without a state
 * @param expired whether the table deleted it because its time was over
 */
record Change(
    String table,
    String id,
    Optional<String> before,
    Optional<String> after,
    boolean expired,
    Instant at) {
  /** Who deletes expired items. */
  private static final String TIME_TO_LIVE = "dynamodb.amazonaws.com";

  /**
   * Reads a record of a stream's event.
   *
   * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html">Using Lambda with
   *     DynamoDB</a>
   * @throws IllegalArgumentException when the record is not understood
   */
  static Change of(JsonReader record) {
    JsonReader change = record.object("dynamodb").orElseThrow(() -> unreadable("dynamodb"));
    return new Change(
        table(record.text("eventSourceARN").orElseThrow(() -> unreadable("eventSourceARN"))),
        change
            .object("Keys")
            .flatMap(keys -> keys.object("id"))
            .flatMap(id -> id.text("S"))
            .orElseThrow(() -> unreadable("Keys")),
        state(change, "OldImage"),
        state(change, "NewImage"),
        record
            .object("userIdentity")
            .flatMap(identity -> identity.text("principalId"))
            .filter(TIME_TO_LIVE::equals)
            .isPresent(),
        // Lambda writes seconds with or without a fraction.
        Instant.ofEpochSecond(
            change
                .text("ApproximateCreationDateTime")
                .map(seconds -> new BigDecimal(seconds).longValue())
                .orElseThrow(() -> unreadable("ApproximateCreationDateTime"))));
  }

  /** NAME in {@code arn:aws:dynamodb:ap-south-1:123456789012:table/NAME/stream/2026-…}. */
  private static String table(String arn) {
    String[] parts = arn.split("/", -1);
    if (parts.length < 2) {
      throw unreadable("eventSourceARN");
    }
    return parts[1];
  }

  private static Optional<String> state(JsonReader change, String image) {
    return change.object(image).flatMap(item -> item.object("state")).flatMap(s -> s.text("S"));
  }

  private static IllegalArgumentException unreadable(String member) {
    return new IllegalArgumentException("The record of a stream has no " + member);
  }

  boolean isDeletion() {
    return after.isEmpty();
  }

  /** Whether the item has come into this state with this change. */
  boolean entered(String state) {
    return after.filter(state::equals).isPresent() && before.filter(state::equals).isEmpty();
  }
}
