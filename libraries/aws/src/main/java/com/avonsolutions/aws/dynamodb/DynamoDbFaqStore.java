package com.avonsolutions.aws.dynamodb;

import com.avonsolutions.domain.StoreUnavailableException;
import com.avonsolutions.domain.faq.FaqEntry;
import com.avonsolutions.domain.faq.FaqStore;
import com.avonsolutions.domain.faq.LoadOutcome;
import com.avonsolutions.domain.faq.StarterFaq;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** FAQ entries in DynamoDB; each change increments the table's version in the same transaction. */
@Singleton
@Requires(property = "faqs.table")
final class DynamoDbFaqStore implements FaqStore {
  private static final Logger LOG = LoggerFactory.getLogger(DynamoDbFaqStore.class);
  private static final Map<String, AttributeValue> VERSION_KEY =
      Map.of("slug", Items.text("#version"));
  private static final String PUBLISHED = "PUBLISHED";
  private static final String STARTER = "STARTER";

  private final DynamoDbClient client;
  private final String table;
  private final Clock clock;

  DynamoDbFaqStore(DynamoDbClient client, @Value("${faqs.table}") String table, Clock clock) {
    this.client = client;
    this.table = table;
    this.clock = clock;
  }

  @Override
  public List<FaqEntry> published() {
    return Items.call(
        () ->
            client
                .queryPaginator(
                    request ->
                        request
                            .tableName(table)
                            .indexName("byState")
                            .keyConditionExpression("#state = :published")
                            .expressionAttributeNames(Map.of("#state", "state"))
                            .expressionAttributeValues(Map.of(":published", Items.text(PUBLISHED))))
                .items()
                .stream()
                .flatMap(item -> readable(item).stream())
                .sorted(Comparator.comparingInt(FaqEntry::order).thenComparing(FaqEntry::slug))
                .toList());
  }

  @Override
  public long version() {
    Map<String, AttributeValue> item =
        Items.call(() -> client.getItem(request -> request.tableName(table).key(VERSION_KEY)))
            .item();
    return Items.optionalNumber(item, "version").orElse(0L);
  }

  @Override
  public LoadOutcome load(StarterFaq starter) {
    try {
      client.transactWriteItems(
          request ->
              request.transactItems(
                  TransactWriteItem.builder().put(write(starter)).build(),
                  TransactWriteItem.builder().update(incrementVersion()).build()));
      return LoadOutcome.WRITTEN;
    } catch (TransactionCanceledException e) {
      return Items.refused(e, 0)
          .map(DynamoDbFaqStore::outcome)
          .orElseThrow(() -> new StoreUnavailableException(e));
    } catch (SdkException e) {
      throw new StoreUnavailableException(e);
    }
  }

  /** An entry without an origin was written by hand and is never overwritten. */
  private static LoadOutcome outcome(Map<String, AttributeValue> existing) {
    return Items.optional(existing, "origin").filter(STARTER::equals).isPresent()
        ? LoadOutcome.UNCHANGED
        : LoadOutcome.KEPT;
  }

  private Put write(StarterFaq starter) {
    return Put.builder()
        .tableName(table)
        .item(item(starter))
        .conditionExpression(
            "attribute_not_exists(slug) OR (origin = :starter AND contentHash <> :hash)")
        .expressionAttributeValues(
            Map.of(":starter", Items.text(STARTER), ":hash", Items.text(starter.contentHash())))
        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
        .build();
  }

  private Update incrementVersion() {
    return Update.builder()
        .tableName(table)
        .key(VERSION_KEY)
        .updateExpression("ADD version :one")
        .expressionAttributeValues(Map.of(":one", Items.number(1)))
        .build();
  }

  private Map<String, AttributeValue> item(StarterFaq starter) {
    FaqEntry entry = starter.entry();
    return new Items.Builder()
        .put("slug", entry.slug())
        .put("state", PUBLISHED)
        .put("origin", STARTER)
        .put("contentHash", starter.contentHash())
        .put("question", entry.question())
        .put("hindi", entry.hindi())
        .put("category", entry.category())
        .put("order", Items.number(entry.order()))
        .put("featured", AttributeValue.fromBool(entry.featured()))
        .put("aliases", AttributeValue.fromL(entry.aliases().stream().map(Items::text).toList()))
        .put("answer", starter.answerMarkdown())
        .put("answerHtml", entry.answerHtml())
        .put("updatedAt", clock.instant().toString())
        .build();
  }

  /** Staff edit this table by hand; one invalid entry must not hide the others. */
  private static Optional<FaqEntry> readable(Map<String, AttributeValue> item) {
    try {
      return Optional.of(read(item));
    } catch (IllegalStateException | NumberFormatException | DateTimeException e) {
      LOG.warn("Skipped the invalid FAQ {}: {}", Items.required(item, "slug"), e.getMessage());
      return Optional.empty();
    }
  }

  private static FaqEntry read(Map<String, AttributeValue> item) {
    return new FaqEntry(
        Items.required(item, "slug"),
        Items.required(item, "question"),
        Items.optional(item, "hindi"),
        Items.required(item, "category"),
        Items.optionalNumber(item, "order").orElse(0L).intValue(),
        Items.flag(item, "featured"),
        Items.texts(item, "aliases"),
        Items.required(item, "answerHtml"),
        Items.optional(item, "updatedAt").map(Instant::parse));
  }
}
