package com.avonsolutions.sandbox.engine;

import com.avonsolutions.sandbox.template.SamTemplate.Index;
import com.avonsolutions.sandbox.template.SamTemplate.KeyElement;
import com.avonsolutions.sandbox.template.SamTemplate.Table;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

/** Creates the template's tables in DynamoDB Local, each with its logical id as name. */
public record Tables(DynamoDbClient client, Collection<Table> tables) {

  /** An existing table no longer matches the template; its data is not migrated. */
  public static final class ChangedTableException extends RuntimeException {
    ChangedTableException(String table, String what) {
      super("Table " + table + " was made with other " + what + " than template.yaml has now");
    }
  }

  /**
   * Creates the missing tables. Existing tables keep their data.
   *
   * @throws ChangedTableException when a table exists with other keys or indexes
   */
  public void create() {
    for (Table table : tables) {
      try {
        check(table, client.describeTable(r -> r.tableName(table.logicalId())).table());
      } catch (ResourceNotFoundException absent) {
        client.createTable(request(table));
      }
      table.timeToLive().ifPresent(attribute -> expire(table.logicalId(), attribute));
    }
  }

  /** Makes the engine hold these tables, empty, and no others. */
  void empty() {
    client
        .listTablesPaginator()
        .tableNames()
        .forEach(name -> client.deleteTable(r -> r.tableName(name)));
    create();
  }

  /** Empties some of the tables, and their streams. */
  void remake(Set<String> names) {
    for (Table table : tables) {
      if (names.contains(table.logicalId())) {
        client.deleteTable(r -> r.tableName(table.logicalId()));
        client.createTable(request(table));
      }
    }
  }

  private void expire(String table, String attribute) {
    if (timeToLive(table).timeToLiveStatus() == TimeToLiveStatus.DISABLED) {
      client.updateTimeToLive(
          r ->
              r.tableName(table)
                  .timeToLiveSpecification(ttl -> ttl.attributeName(attribute).enabled(true)));
    }
  }

  private TimeToLiveDescription timeToLive(String table) {
    return client.describeTimeToLive(r -> r.tableName(table)).timeToLiveDescription();
  }

  private static void check(Table table, TableDescription existing) {
    if (!existing.keySchema().equals(keySchema(table.keys()))) {
      throw new ChangedTableException(table.logicalId(), "keys");
    }
    Map<String, String> expected = new TreeMap<>();
    table
        .indexes()
        .forEach(
            index ->
                expected.put(index.name(), keySchema(index.keys()) + " " + index.projection()));
    Map<String, String> actual = new TreeMap<>();
    existing
        .globalSecondaryIndexes()
        .forEach(
            index ->
                actual.put(
                    index.indexName(),
                    index.keySchema() + " " + index.projection().projectionTypeAsString()));
    if (!expected.equals(actual)) {
      throw new ChangedTableException(table.logicalId(), "indexes");
    }
    Map<String, String> types = new HashMap<>();
    existing
        .attributeDefinitions()
        .forEach(a -> types.put(a.attributeName(), a.attributeTypeAsString()));
    if (!types.equals(table.attributes())) {
      throw new ChangedTableException(table.logicalId(), "key types");
    }
  }

  private static CreateTableRequest request(Table table) {
    CreateTableRequest.Builder request =
        CreateTableRequest.builder()
            .tableName(table.logicalId())
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .attributeDefinitions(
                table.attributes().entrySet().stream()
                    .map(
                        a ->
                            AttributeDefinition.builder()
                                .attributeName(a.getKey())
                                .attributeType(a.getValue())
                                .build())
                    .toList())
            .keySchema(keySchema(table.keys()));
    if (!table.indexes().isEmpty()) {
      request.globalSecondaryIndexes(table.indexes().stream().map(Tables::index).toList());
    }
    table
        .streamView()
        .ifPresent(
            view -> request.streamSpecification(s -> s.streamEnabled(true).streamViewType(view)));
    return request.build();
  }

  private static GlobalSecondaryIndex index(Index index) {
    return GlobalSecondaryIndex.builder()
        .indexName(index.name())
        .keySchema(keySchema(index.keys()))
        .projection(
            p -> {
              p.projectionType(index.projection());
              if (!index.nonKeyAttributes().isEmpty()) {
                p.nonKeyAttributes(index.nonKeyAttributes());
              }
            })
        .build();
  }

  private static List<KeySchemaElement> keySchema(List<KeyElement> keys) {
    return keys.stream()
        .map(k -> KeySchemaElement.builder().attributeName(k.attribute()).keyType(k.type()).build())
        .collect(Collectors.toUnmodifiableList());
  }
}
