package com.avonsolutions.aws.dynamodb;

import com.avonsolutions.domain.consent.ConsentRecord;
import com.avonsolutions.domain.consent.ConsentStore;
import com.avonsolutions.domain.consent.ConsentSubject;
import com.avonsolutions.domain.consent.ShownWords;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Records of consent in DynamoDB, and beside them the words of forms on other sites. */
@Singleton
@Requires(property = "consents.table")
final class DynamoDbConsentStore implements ConsentStore {
  private static final String WORDS = "words";

  private final DynamoDbClient client;
  private final String table;
  private final Clock clock;

  DynamoDbConsentStore(
      DynamoDbClient client, @Value("${consents.table}") String table, Clock clock) {
    this.client = client;
    this.table = table;
    this.clock = clock;
  }

  @Override
  public List<ConsentRecord> of(ConsentSubject subject) {
    return Items.call(
        () ->
            client
                .queryPaginator(
                    request ->
                        request
                            .tableName(table)
                            .keyConditionExpression("subject = :subject")
                            .expressionAttributeValues(
                                Map.of(":subject", Items.text(subject.key())))
                            .consistentRead(true))
                .items()
                .stream()
                .filter(item -> Items.isLive(item, clock.instant()))
                .map(ConsentItem::read)
                .toList());
  }

  @Override
  public Optional<String> words(String hash) {
    Map<String, AttributeValue> item =
        Items.call(
                () ->
                    client.getItem(
                        request -> request.tableName(table).key(key(hash)).consistentRead(true)))
            .item();
    return Items.optional(item, "text");
  }

  @Override
  public void keep(ShownWords shown, String text) {
    String hash = shown.hash().orElseThrow();
    Map<String, AttributeValue> item =
        new Items.Builder()
            .put("subject", subject(hash))
            .put("event", WORDS)
            .put("version", shown.version())
            .put("language", shown.language())
            .put("text", text)
            .put("firstSeen", clock.instant().toString())
            .build();
    Items.write(
        () ->
            client.putItem(
                request ->
                    request
                        .tableName(table)
                        .item(item)
                        .conditionExpression("attribute_not_exists(subject)")));
  }

  private static Map<String, AttributeValue> key(String hash) {
    return Map.of("subject", Items.text(subject(hash)), "event", Items.text(WORDS));
  }

  /** The digits of the hash, without the name of its algorithm. */
  private static String subject(String hash) {
    return WORDS + '#' + hash.substring(hash.indexOf(':') + 1);
  }
}
