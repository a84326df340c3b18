package com.avonsolutions.deliveries.aws;

import com.avonsolutions.aws.dynamodb.Items;
import com.avonsolutions.deliveries.ChannelHealth;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The format of a channel's health as an item of the table of deliveries. */
final class HealthItem {
  private HealthItem() {}

  static Map<String, AttributeValue> write(String id, ChannelHealth health, long version) {
    return new Items.Builder()
        .put("id", id)
        .put("failures", Items.number(health.failures()))
        .put("spread", Items.number(health.spread()))
        .put("firstFailureAt", health.firstFailureAt().map(Instant::toString))
        .put("spreadAt", health.spreadAt().map(Instant::toString))
        .put("restUntil", health.restUntil().map(Instant::toString))
        .put("warnedAt", health.warnedAt().map(Instant::toString))
        .put("stoppedAt", health.stoppedAt().map(Instant::toString))
        .put("reason", health.reason())
        .put("version", Items.number(version))
        .build();
  }

  static ChannelHealth read(Map<String, AttributeValue> item) {
    return new ChannelHealth(
        Items.optionalNumber(item, "failures").orElse(0L).intValue(),
        Items.optionalNumber(item, "spread").orElse(0L).intValue(),
        time(item, "firstFailureAt"),
        time(item, "spreadAt"),
        time(item, "restUntil"),
        time(item, "warnedAt"),
        time(item, "stoppedAt"),
        Items.optional(item, "reason"),
        false,
        Items.optionalNumber(item, "version").orElseThrow());
  }

  private static Optional<Instant> time(Map<String, AttributeValue> item, String name) {
    return Items.optional(item, name).map(Instant::parse);
  }
}
