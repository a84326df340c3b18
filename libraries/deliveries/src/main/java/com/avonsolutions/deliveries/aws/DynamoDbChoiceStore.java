package com.avonsolutions.deliveries.aws;

import com.avonsolutions.aws.dynamodb.Items;
import com.avonsolutions.deliveries.ChoiceStore;
import com.avonsolutions.text.Sha256;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** Choices in DynamoDB, one item each. */
@Singleton
@Requires(property = "choices.table")
final class DynamoDbChoiceStore implements ChoiceStore {
  private static final String SUPPRESSED = "suppressed";

  private final DynamoDbClient client;
  private final String table;
  private final Clock clock;

  DynamoDbChoiceStore(DynamoDbClient client, @Value("${choices.table}") String table, Clock clock) {
    this.client = client;
    this.table = table;
    this.clock = clock;
  }

  @Override
  public boolean isSuppressed(String address) {
    return Items.call(() -> client.getItem(request -> request.tableName(table).key(key(address))))
        .hasItem();
  }

  @Override
  public void suppress(String address, String reason) {
    Items.Builder item =
        new Items.Builder().put("reason", reason).put("at", clock.instant().toString());
    key(address).forEach(item::put);
    Items.call(() -> client.putItem(request -> request.tableName(table).item(item.build())));
  }

  @Override
  public boolean allow(String address) {
    return Items.call(
            () ->
                client.deleteItem(
                    request ->
                        request
                            .tableName(table)
                            .key(key(address))
                            .returnValues(ReturnValue.ALL_OLD)))
        .hasAttributes();
  }

  /** The hash is that of leads, so that one look-up finds all that belongs to an address. */
  private static Map<String, AttributeValue> key(String address) {
    String hash = Sha256.hex("email\0" + address.toLowerCase(Locale.ROOT));
    return Map.of("person", Items.text("email#" + hash), "kind", Items.text(SUPPRESSED));
  }
}
