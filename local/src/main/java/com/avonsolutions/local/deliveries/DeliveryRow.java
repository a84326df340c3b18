package com.avonsolutions.local.deliveries;

import com.avonsolutions.aws.dynamodb.Items;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A delivery as the page shows it.
 *
 * @param outcomes of its attempts, e.g. {@code HTTP_500, HTTP_200}
 */
public record DeliveryRow(
    String id,
    String event,
    String channel,
    String kind,
    String state,
    String outcomes,
    Instant plannedAt,
    Optional<Instant> next) {
  private static final Set<String> FAILED = Set.of("failed", "bounced");

  static DeliveryRow of(Map<String, AttributeValue> item) {
    return new DeliveryRow(
        Items.required(item, "id"),
        Items.required(item, "event"),
        Items.required(item, "channel"),
        Items.required(item, "kind"),
        Items.required(item, "state").toLowerCase(Locale.ROOT),
        Optional.ofNullable(item.get("log")).stream()
            .flatMap(log -> log.l().stream())
            .map(attempt -> Items.required(attempt.m(), "outcome"))
            .collect(Collectors.joining(", ")),
        Instant.parse(Items.required(item, "plannedAt")),
        Items.optional(item, "nextAttemptAt").map(Instant::parse));
  }

  public boolean isFailed() {
    return FAILED.contains(state);
  }
}
