package com.avonsolutions.sandbox.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.sandbox.template.SamTemplate;
import com.avonsolutions.sandbox.template.SamTemplate.Table;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

class BulkLoaderTest {
  private static final Map<String, Table> TABLES = SamTemplate.ofProject().tables();
  private static final Map<String, AttributeValue> LEAD =
      Map.of(
          "id", AttributeValue.fromS("0"),
          "dayShard", AttributeValue.fromS("2026-11-22#1"),
          "stateShard", AttributeValue.fromS("RECEIVED#2026-11#1"),
          "phoneHash", AttributeValue.fromS("a205"),
          "name", AttributeValue.fromS("आशा".repeat(300)),
          "doNotCall", AttributeValue.fromBool(false),
          "lastTouch", AttributeValue.fromM(Map.of("utm", AttributeValue.fromS("google"))),
          "reasons", AttributeValue.fromL(List.of(AttributeValue.fromS("links:2"))),
          "expiresAt", AttributeValue.fromN("1858438206"));

  @TempDir Path folder;

  @Test
  void add_shouldWriteTheSameFormatAsTheEngine() {
    try (EmbeddedDynamoDb engine = start()) {
      new Tables(engine.client(), TABLES.values()).create();
      engine.client().putItem(r -> r.tableName("LeadsTable").item(LEAD));
    }

    try (BulkLoader rows = BulkLoader.open(folder)) {
      for (int i = 1; i < 20; i++) {
        rows.add(table("LeadsTable"), lead(i));
      }
    }

    try (EmbeddedDynamoDb engine = start()) {
      for (String index : List.of("byDay dayShard", "byState stateShard", "byPhone phoneHash")) {
        QueryResponse found = query(engine.client(), index.split(" ", 2));
        assertThat(found.items()).as(index).hasSize(20);
      }
      assertThat(query(engine.client(), "byEmail", "dayShard").items()).isEmpty();
      assertThat(item(engine.client(), "7")).isEqualTo(lead(7));
      // Half a unit for each 4 kB; all items have the same size.
      assertThat(query(engine.client(), "byDay", "dayShard").consumedCapacity().capacityUnits())
          .isEqualTo(Math.ceil(20 * BulkLoader.size(lead(1)) / 4096.0) / 2);
    }
  }

  @Test
  void add_shouldKeepTheOrderOfSortKeys() {
    try (EmbeddedDynamoDb engine = start()) {
      new Tables(engine.client(), TABLES.values()).create();
    }

    try (BulkLoader rows = BulkLoader.open(folder)) {
      for (String question : List.of("b", "a")) {
        rows.add(
            table("QuestionsTable"),
            Map.of(
                "monthShard", AttributeValue.fromS("2026-11#3"),
                "question", AttributeValue.fromS(question)));
      }
    }

    try (EmbeddedDynamoDb engine = start()) {
      assertThat(questions(engine, query -> {}))
          .extracting(item -> item.get("question"))
          .containsExactly(AttributeValue.fromS("a"), AttributeValue.fromS("b"));
    }
  }

  @Test
  void add_shouldKeepTheOrderOfNumericIndexKeys() {
    List<String> numbers = List.of("-2", "0", "1.5", "9", "10", "123456789012");
    try (EmbeddedDynamoDb engine = start()) {
      new Tables(engine.client(), TABLES.values()).create();
      engine.client().putItem(r -> r.tableName("QuestionsTable").item(question("9")));
    }

    try (BulkLoader rows = BulkLoader.open(folder)) {
      for (String number : List.of("10", "1.5", "123456789012", "-2", "0")) {
        rows.add(table("QuestionsTable"), question(number));
      }
    }

    try (EmbeddedDynamoDb engine = start()) {
      assertThat(questions(engine, query -> query.indexName("byCount")))
          .containsExactlyElementsOf(numbers.stream().map(BulkLoaderTest::question).toList());
    }
  }

  /** The items of the tests' month shard, in the order of the table or of one of its indexes. */
  private static List<Map<String, AttributeValue>> questions(
      EmbeddedDynamoDb engine, Consumer<QueryRequest.Builder> index) {
    return engine
        .client()
        .query(
            r ->
                r.tableName("QuestionsTable")
                    .keyConditionExpression("monthShard = :shard")
                    .expressionAttributeValues(Map.of(":shard", AttributeValue.fromS("2026-11#3")))
                    .applyMutation(index))
        .items();
  }

  private static Map<String, AttributeValue> question(String count) {
    return Map.of(
        "monthShard", AttributeValue.fromS("2026-11#3"),
        "question", AttributeValue.fromS("asked " + count),
        "count", AttributeValue.fromN(count));
  }

  private static Table table(String name) {
    return Optional.ofNullable(TABLES.get(name)).orElseThrow();
  }

  private static Map<String, AttributeValue> lead(int number) {
    Map<String, AttributeValue> lead = new HashMap<>(LEAD);
    lead.put("id", AttributeValue.fromS(Integer.toString(number, 36)));
    return lead;
  }

  private static Map<String, AttributeValue> item(DynamoDbClient client, String id) {
    return client
        .getItem(r -> r.tableName("LeadsTable").key(Map.of("id", AttributeValue.fromS(id))))
        .item();
  }

  /** The items of an index with the lead's value of its key. */
  private static QueryResponse query(DynamoDbClient client, String... indexAndKey) {
    String key = indexAndKey[0].equals("byEmail") ? "emailHash" : indexAndKey[1];
    return client.query(
        r ->
            r.tableName("LeadsTable")
                .indexName(indexAndKey[0])
                .keyConditionExpression("#key = :value")
                .expressionAttributeNames(Map.of("#key", key))
                .expressionAttributeValues(
                    Map.of(":value", LEAD.getOrDefault(key, AttributeValue.fromS("none"))))
                .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL));
  }

  private EmbeddedDynamoDb start() {
    return EmbeddedDynamoDb.start(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), Optional.of(folder));
  }
}
