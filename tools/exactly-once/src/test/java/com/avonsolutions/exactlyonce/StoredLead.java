package com.avonsolutions.exactlyonce;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A lead in the table.
 *
 * @param mark of the attempt that it came from, see {@link Route#event}
 * @param conflict whether it is stored as a conflict: other content of a known key
 * @param item all attributes as text
 */
record StoredLead(
    String id,
    String mark,
    String name,
    String phone,
    Instant receivedAt,
    boolean conflict,
    String item) {

  static boolean isLead(Map<String, AttributeValue> item) {
    return item.containsKey("receivedAt");
  }

  static StoredLead of(Map<String, AttributeValue> item) {
    String mark =
        Stream.of(
                text(item, "page"),
                text(map(item, "lastTouch"), "gclid"),
                text(map(item, "more"), "SUBJECT"))
            .filter(found -> !found.isEmpty())
            .findFirst()
            .orElse("");
    return new StoredLead(
        text(item, "id"),
        mark,
        text(item, "name"),
        text(item, "phone"),
        Instant.parse(text(item, "receivedAt")),
        Optional.ofNullable(map(item, "spam").get("reasons"))
            .map(reasons -> reasons.l().contains(AttributeValue.fromS("conflict")))
            .orElse(false),
        item.toString());
  }

  private static String text(Map<String, AttributeValue> item, String name) {
    return Optional.ofNullable(item.get(name)).map(AttributeValue::s).orElse("");
  }

  private static Map<String, AttributeValue> map(Map<String, AttributeValue> item, String name) {
    return Optional.ofNullable(item.get(name)).map(AttributeValue::m).orElse(Map.of());
  }
}
