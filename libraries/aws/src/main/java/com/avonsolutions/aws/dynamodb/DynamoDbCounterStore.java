package com.avonsolutions.aws.dynamodb;

import com.avonsolutions.domain.counter.CounterStore;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/**
 * Counters in DynamoDB. Callers put the time into the key, so expired counters are never read. A
 * retried addition may count twice, which is acceptable here.
 */
@Singleton
@Requires(property = "counters.table")
final class DynamoDbCounterStore implements CounterStore {
  private final DynamoDbClient client;
  private final String table;
  private final Duration timeout;

  DynamoDbCounterStore(
      DynamoDbClient client,
      @Value("${counters.table}") String table,
      @Value("${counters.patience.millis:1000}") int timeoutMillis) {
    this.client = client;
    this.table = table;
    this.timeout = Duration.ofMillis(timeoutMillis);
  }

  @Override
  public long add(String counter, long amount, Instant expiresAt) {
    Map<String, AttributeValue> item =
        update(
            counter,
            "SET expiresAt = :expiry ADD #value :given",
            ReturnValue.UPDATED_NEW,
            Items.number(amount),
            expiresAt);
    return Items.optionalNumber(item, "count").orElseThrow();
  }

  @Override
  public String getOrPut(String name, String proposal, Instant expiresAt) {
    Map<String, AttributeValue> item =
        update(
            name,
            "SET expiresAt = :expiry, #value = if_not_exists(#value, :given)",
            ReturnValue.ALL_NEW,
            Items.text(proposal),
            expiresAt);
    return Items.required(item, "text");
  }

  private Map<String, AttributeValue> update(
      String id, String expression, ReturnValue returned, AttributeValue given, Instant expiresAt) {
    String attribute = given.n() == null ? "text" : "count";
    return Items.call(
            () ->
                client.updateItem(
                    request ->
                        request
                            .tableName(table)
                            .key(Map.of("id", Items.text(id)))
                            .updateExpression(expression)
                            .expressionAttributeNames(Map.of("#value", attribute))
                            .expressionAttributeValues(
                                Map.of(":given", given, ":expiry", Items.epochSeconds(expiresAt)))
                            .returnValues(returned)
                            .overrideConfiguration(
                                limits ->
                                    limits.apiCallTimeout(timeout).apiCallAttemptTimeout(timeout))))
        .attributes();
  }
}
