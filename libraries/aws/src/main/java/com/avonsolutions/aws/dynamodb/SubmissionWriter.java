package com.avonsolutions.aws.dynamodb;

import com.avonsolutions.domain.MonotonicClock;
import com.avonsolutions.domain.StoreUnavailableException;
import com.avonsolutions.domain.submission.Receipt;
import com.avonsolutions.domain.submission.SubmissionConflictException;
import com.avonsolutions.domain.submission.SubmissionIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Stores a submission exactly once: one transaction writes its item, its identity, and the record
 * of its consent. The identity is in the same table under {@code submission#…}, and in none of its
 * indexes; the consent has a table of its own.
 */
public final class SubmissionWriter {
  /** The value of {@code storedAs} in the record of a blocked identity. */
  private static final String BLOCKED = "nothing";

  private static final int MAX_ATTEMPTS = 4;
  private static final Duration INITIAL_BACK_OFF = Duration.ofMillis(50);

  /** No attempt starts after 5 s, so that the last one ends before the function times out. */
  private static final Duration RETRY_WINDOW = Duration.ofSeconds(5);

  /**
   * Identities are kept this long even if repeats are recognised for a shorter time: a copy can
   * wait in a queue and its dead-letter queue for 28 days, and must not be stored again after that.
   */
  private static final Duration MIN_RETENTION = Duration.ofDays(30);

  private final DynamoDbClient client;
  private final MonotonicClock time;

  SubmissionWriter(DynamoDbClient client, MonotonicClock time) {
    this.client = client;
    this.time = time;
  }

  /**
   * Writes the item under its attribute {@code id}.
   *
   * @param consent puts its record, under {@code subject} and {@code event}
   * @param received when the submission came in. This, not the time of writing, decides whether it
   *     is a repeat, because copies may wait in a queue
   * @throws SubmissionConflictException when the identity's key is already used for other content
   * @throws StoreUnavailableException when it is unknown whether the items are stored
   */
  Receipt write(
      String table,
      Map<String, AttributeValue> item,
      Put consent,
      SubmissionIdentity identity,
      Instant received) {
    String id = Items.required(item, "id");
    List<TransactWriteItem> writes =
        List.of(
            TransactWriteItem.builder()
                .put(
                    Put.builder()
                        .tableName(table)
                        .item(item)
                        .conditionExpression("attribute_not_exists(id)")
                        .build())
                .build(),
            TransactWriteItem.builder()
                .put(
                    Put.builder()
                        .tableName(table)
                        .item(identityItem(id, identity, received))
                        .conditionExpression(
                            "attribute_not_exists(id) OR repeatsUntil <= :received")
                        .expressionAttributeValues(Map.of(":received", millis(received)))
                        .returnValuesOnConditionCheckFailure(
                            ReturnValuesOnConditionCheckFailure.ALL_OLD)
                        .build())
                .build(),
            TransactWriteItem.builder()
                .put(
                    consent.toBuilder()
                        .conditionExpression("attribute_not_exists(subject)")
                        .build())
                .build());
    try {
      writeAll(writes);
      return Receipt.stored(id);
    } catch (TransactionCanceledException e) {
      // Ids are unique, so this is a copy, even if its identity belongs to a later item by now. The
      // consent outlives an item that was erased.
      if (Items.refused(e, 0).isPresent() || Items.refused(e, 2).isPresent()) {
        return Receipt.repeated(id);
      }
      return repeated(Items.refused(e, 1).orElseThrow(), identity);
    }
  }

  /** The id of the item that was stored with an identity, while repeats of it are recognised. */
  Optional<String> storedId(String table, SubmissionIdentity identity, Instant now) {
    Map<String, AttributeValue> item =
        Items.call(
            () ->
                client
                    .getItem(
                        request ->
                            request
                                .tableName(table)
                                .key(Map.of("id", Items.text(itemId(identity))))
                                .consistentRead(true))
                    .item());
    return Optional.of(item)
        .filter(found -> !found.isEmpty())
        .filter(
            found -> Items.optionalNumber(found, "repeatsUntil").orElse(0L) > now.toEpochMilli())
        .map(found -> Items.required(found, "storedAs"));
  }

  /**
   * Blocks an identity: later submissions with it count as repeats and are not stored.
   *
   * @return the id of the item that is already stored with it
   * @throws StoreUnavailableException when it is unknown whether the identity is blocked
   */
  Optional<String> block(String table, SubmissionIdentity identity, Instant now) {
    try {
      client.putItem(
          request ->
              request
                  .tableName(table)
                  .item(identityItem(BLOCKED, identity, now))
                  .conditionExpression("attribute_not_exists(id) OR repeatsUntil <= :now")
                  .expressionAttributeValues(Map.of(":now", millis(now)))
                  .returnValuesOnConditionCheckFailure(
                      ReturnValuesOnConditionCheckFailure.ALL_OLD));
      return Optional.empty();
    } catch (ConditionalCheckFailedException e) {
      return Optional.of(Items.required(e.item(), "storedAs"));
    } catch (SdkException e) {
      throw new StoreUnavailableException(e);
    }
  }

  private static Receipt repeated(
      Map<String, AttributeValue> earlier, SubmissionIdentity identity) {
    if (!Items.required(earlier, "contentHash").equals(identity.contentHash())) {
      throw new SubmissionConflictException();
    }
    return Receipt.repeated(Items.required(earlier, "storedAs"));
  }

  private static String itemId(SubmissionIdentity identity) {
    return "submission#" + identity.key();
  }

  private static Map<String, AttributeValue> identityItem(
      String id, SubmissionIdentity identity, Instant received) {
    Instant end = received.plus(identity.window());
    Instant minimum = received.plus(MIN_RETENTION);
    return new Items.Builder()
        .put("id", itemId(identity))
        .put("storedAs", id)
        .put("contentHash", identity.contentHash())
        .put("repeatsUntil", millis(end))
        .put("expiresAt", Items.epochSeconds(end.isAfter(minimum) ? end : minimum))
        .build();
  }

  private static AttributeValue millis(Instant instant) {
    return Items.number(instant.toEpochMilli());
  }

  /**
   * Writes all items, or none of them. The SDK does not retry cancelled transactions: this does,
   * while another transaction writes one of the items or the table is throttled.
   *
   * @throws TransactionCanceledException when a condition fails; see {@link Items#refused}
   * @throws StoreUnavailableException when it is unknown whether the items are written
   */
  void writeAll(List<TransactWriteItem> writes) {
    long start = time.nanos();
    for (int attempt = 1; ; attempt++) {
      try {
        client.transactWriteItems(request -> request.transactItems(writes));
        return;
      } catch (TransactionCanceledException e) {
        if (Items.isRefused(e)) {
          throw e;
        }
        if (attempt == MAX_ATTEMPTS || time.nanos() - start > RETRY_WINDOW.toNanos()) {
          throw new StoreUnavailableException(e);
        }
        backOff(INITIAL_BACK_OFF.multipliedBy(1L << (attempt - 1)));
      } catch (SdkException e) {
        throw new StoreUnavailableException(e);
      }
    }
  }

  private void backOff(Duration duration) {
    try {
      time.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailableException(e);
    }
  }
}
