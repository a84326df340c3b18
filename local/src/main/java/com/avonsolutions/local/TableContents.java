package com.avonsolutions.local;

import com.avonsolutions.sandbox.template.SamTemplate;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A table's newest items as text, for looking at. */
record TableContents(
    String name, int count, boolean more, List<String> columns, List<Map<String, String>> rows) {

  private static final int ROWS = 10;

  /** Enough to find the newest of a development table; a scan knows no order. */
  private static final int MOST_SCANNED = 2_000;

  static TableContents read(DynamoDbClient client, SamTemplate.Table table) {
    List<Map<String, AttributeValue>> items =
        client.scanPaginator(r -> r.tableName(table.logicalId())).items().stream()
            .limit(MOST_SCANNED)
            .toList();
    List<Map<String, String>> newest =
        items.stream()
            .sorted(
                Comparator.comparing(
                        (Map<String, AttributeValue> item) -> age(item, table),
                        Comparator.reverseOrder())
                    .thenComparing(item -> keys(item, table), Comparator.reverseOrder()))
            .limit(ROWS)
            .map(item -> readable(item, table))
            .toList();
    Set<String> columns = new LinkedHashSet<>();
    table.keys().forEach(key -> columns.add(key.attribute()));
    Set<String> others = new TreeSet<>();
    newest.forEach(row -> others.addAll(row.keySet()));
    columns.addAll(others);
    return new TableContents(
        table.logicalId(),
        items.size(),
        items.size() == MOST_SCANNED,
        List.copyOf(columns),
        newest);
  }

  /** The latest of its times, by their custom of ending in "At"; the expiry lies in the future. */
  private static String age(Map<String, AttributeValue> item, SamTemplate.Table table) {
    return item.entrySet().stream()
        .filter(attribute -> attribute.getKey().endsWith("At"))
        .filter(attribute -> !table.timeToLive().equals(Optional.of(attribute.getKey())))
        .map(attribute -> readable(attribute.getValue()))
        .max(Comparator.naturalOrder())
        .orElse("");
  }

  private static String keys(Map<String, AttributeValue> item, SamTemplate.Table table) {
    return table.keys().stream()
        .map(key -> readable(item.getOrDefault(key.attribute(), AttributeValue.fromNul(true))))
        .collect(Collectors.joining(" "));
  }

  private static Map<String, String> readable(
      Map<String, AttributeValue> item, SamTemplate.Table table) {
    Map<String, String> row = new TreeMap<>();
    item.forEach(
        (name, value) ->
            row.put(
                name,
                table.timeToLive().equals(Optional.of(name)) && value.n() != null
                    ? Instant.ofEpochSecond(Long.parseLong(value.n())).toString()
                    : readable(value)));
    return row;
  }

  private static String readable(AttributeValue value) {
    return switch (value.type()) {
      case S -> value.s();
      case N -> value.n();
      case BOOL -> value.bool().toString();
      case NUL -> "null";
      case SS -> String.join(", ", value.ss());
      case NS -> String.join(", ", value.ns());
      case L ->
          value.l().stream()
              .map(TableContents::readable)
              .collect(Collectors.joining(", ", "[", "]"));
      case M ->
          new TreeMap<>(value.m())
              .entrySet().stream()
                  .map(member -> member.getKey() + ": " + readable(member.getValue()))
                  .collect(Collectors.joining(", ", "{", "}"));
      case B -> value.b().asByteArrayUnsafe().length + " bytes";
      case BS -> value.bs().size() + " binary values";
      case UNKNOWN_TO_SDK_VERSION -> "?";
    };
  }
}
