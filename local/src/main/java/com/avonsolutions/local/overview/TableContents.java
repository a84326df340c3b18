package com.avonsolutions.local.overview;

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

/**
 * A table's newest items as text.
 *
 * @param count the number of items, at most as many as a scan reads
 * @param truncated whether the table may have more items
 * @param columns names of attributes, the table's keys first
 */
public record TableContents(
    String name,
    int count,
    boolean truncated,
    List<String> columns,
    List<Map<String, String>> rows) {
  private static final int MAX_ROWS = 10;

  /** A scan returns items in no order, so finding the newest needs all of them. */
  private static final int MAX_SCANNED = 2_000;

  static TableContents read(DynamoDbClient client, SamTemplate.Table table) {
    return of(table, scan(client, table));
  }

  static List<Map<String, AttributeValue>> scan(DynamoDbClient client, SamTemplate.Table table) {
    return client.scanPaginator(r -> r.tableName(table.logicalId())).items().stream()
        .limit(MAX_SCANNED)
        .toList();
  }

  static TableContents of(SamTemplate.Table table, List<Map<String, AttributeValue>> items) {
    List<Map<String, String>> newest =
        items.stream()
            .sorted(
                Comparator.comparing(
                        (Map<String, AttributeValue> item) -> latestTime(item, table),
                        Comparator.reverseOrder())
                    .thenComparing(item -> keys(item, table), Comparator.reverseOrder()))
            .limit(MAX_ROWS)
            .map(item -> readable(item, table))
            .toList();
    Set<String> columns = new LinkedHashSet<>();
    table.keys().forEach(key -> columns.add(key.attribute()));
    Set<String> attributes = new TreeSet<>();
    newest.forEach(row -> attributes.addAll(row.keySet()));
    columns.addAll(attributes);
    return new TableContents(
        table.logicalId(), items.size(), items.size() == MAX_SCANNED, List.copyOf(columns), newest);
  }

  /** The latest timestamp: attributes whose names end in "At", except the expiry. */
  private static String latestTime(Map<String, AttributeValue> item, SamTemplate.Table table) {
    return item.entrySet().stream()
        .filter(attribute -> attribute.getKey().endsWith("At"))
        .filter(attribute -> !table.timeToLive().equals(Optional.of(attribute.getKey())))
        .map(attribute -> readable(attribute.getValue()))
        .max(Comparator.naturalOrder())
        .orElse("");
  }

  /** The item's cells in the order of the columns; empty text for an attribute that it lacks. */
  public List<String> cells(Map<String, String> row) {
    return columns.stream().map(column -> row.getOrDefault(column, "")).toList();
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
