package com.avonsolutions.deliveries.aws;

import com.avonsolutions.aws.dynamodb.Items;
import com.avonsolutions.deliveries.Attempt;
import com.avonsolutions.deliveries.ChannelKind;
import com.avonsolutions.deliveries.Delivery;
import com.avonsolutions.deliveries.DeliveryState;
import com.avonsolutions.deliveries.NoticeEvent;
import com.avonsolutions.domain.India;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The format of a delivery as an item of its table. */
final class DeliveryItem {
  /** The index by due time is spread over so many partitions. */
  static final int SHARDS = 4;

  /** How long what happened stays on record. */
  static final Duration RETENTION = Duration.ofDays(400);

  /** Milliseconds always, so that the order of the texts is that of the times. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private DeliveryItem() {}

  static AttributeValue time(Instant instant) {
    return Items.text(TIME.format(instant));
  }

  static AttributeValue dueShard(String id) {
    return Items.text(shard(Math.floorMod(id.hashCode(), SHARDS)));
  }

  static String shard(int number) {
    return "due#" + number;
  }

  static Map<String, AttributeValue> write(Delivery delivery) {
    Items.Builder item =
        new Items.Builder()
            .put("id", delivery.id())
            .put("event", delivery.event().code())
            .put("subject", delivery.subject())
            .put("channel", delivery.channel())
            .put("kind", delivery.kind().code())
            .put("recipient", delivery.recipient())
            .put("round", Items.number(delivery.round()))
            .put("state", delivery.state().name())
            .put("attempts", Items.number(delivery.attempts()))
            .put("channelDay", channelDay(delivery))
            .put("plannedAt", time(delivery.plannedAt()))
            .put("eventAt", time(delivery.eventAt()))
            .put("reason", delivery.reason())
            .put("expiresAt", Items.epochSeconds(delivery.plannedAt().plus(RETENTION)));
    delivery
        .nextAttemptAt()
        .ifPresent(
            due -> item.put("nextAttemptAt", time(due)).put("dueShard", dueShard(delivery.id())));
    return item.build();
  }

  private static String channelDay(Delivery delivery) {
    return delivery.channel() + '#' + India.dayOf(delivery.plannedAt());
  }

  static AttributeValue write(Attempt attempt) {
    return AttributeValue.fromM(
        new Items.Builder()
            .put("at", time(attempt.at()))
            .put("ms", Items.number(attempt.millis()))
            .put("outcome", attempt.outcome())
            .build());
  }

  static Delivery read(Map<String, AttributeValue> item) {
    return new Delivery(
        Items.required(item, "id"),
        NoticeEvent.of(Items.required(item, "event")).orElseThrow(),
        Items.required(item, "subject"),
        Items.required(item, "channel"),
        ChannelKind.of(Items.required(item, "kind")).orElseThrow(),
        Items.required(item, "recipient"),
        number(item, "round"),
        DeliveryState.valueOf(Items.required(item, "state")),
        number(item, "attempts"),
        Items.optional(item, "nextAttemptAt").map(Instant::parse),
        Instant.parse(Items.required(item, "plannedAt")),
        Instant.parse(Items.required(item, "eventAt")),
        Items.optional(item, "deliveredAt").map(Instant::parse),
        Items.optional(item, "providerId"),
        Items.optional(item, "reason"),
        log(item));
  }

  private static List<Attempt> log(Map<String, AttributeValue> item) {
    AttributeValue log = item.get("log");
    return log == null
        ? List.of()
        : log.l().stream()
            .map(AttributeValue::m)
            .map(
                entry ->
                    new Attempt(
                        Instant.parse(Items.required(entry, "at")),
                        Items.optionalNumber(entry, "ms").orElse(0L),
                        Items.required(entry, "outcome")))
            .toList();
  }

  private static int number(Map<String, AttributeValue> item, String name) {
    return Items.optionalNumber(item, name).orElse(0L).intValue();
  }
}
