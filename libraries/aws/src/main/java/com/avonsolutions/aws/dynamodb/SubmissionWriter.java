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
 * Stores a submission exactly once: its item and the record of its identity are written in one
 * transaction, or neither is. The identity lies in the same table under {@code submission#…} and in
 * none of its indexes.
 */
public final class SubmissionWriter {
  /** What a claimed identity is stored as. */
  private static final String NOTHING = "nothing";

  private static final int ATTEMPTS = 4;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);

  /**
   * After so long no attempt begins, for the last one has to end before the function's time does.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /**
   * For so long an identity is kept at least, although repeats may not be recognised so long: a
   * copy can wait in a queue and its dead-letter queue for 28 days, and is still a copy then.
   */
  private static final Duration REMEMBERED = Duration.ofDays(30);

  private final DynamoDbClient client;
  private final MonotonicClock time;

  public SubmissionWriter(DynamoDbClient client, MonotonicClock time) {
    this.client = client;
    this.time = time;
  }

  /**
   * Writes the item under its attribute {@code id}.
   *
   * @param received when the submission came in, by which repeats are told from others. A copy that
   *     waited in a queue is compared by this and not by when it is written
   * @throws SubmissionConflictException when the identity's key came with another content
   * @throws StoreUnavailableException when it is not known whether the item is stored
   */
  public Receipt write(
      String table,
      Map<String, AttributeValue> item,
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
                .build());
    long start = time.nanos();
    for (int attempt = 1; ; attempt++) {
      try {
        client.transactWriteItems(request -> request.transactItems(writes));
        return Receipt.stored(id);
      } catch (TransactionCanceledException e) {
        // An id is given only once, so this is a copy, whatever its identity stands for by now.
        if (Items.refused(e, 0).isPresent()) {
          return Receipt.repeated(id);
        }
        Optional<Map<String, AttributeValue>> earlier = Items.refused(e, 1);
        if (earlier.isPresent()) {
          return repeated(earlier.get(), identity);
        }
        // Another copy is being written at this instant, or the table is throttled. The SDK does
        // not try a cancelled transaction again.
        if (attempt == ATTEMPTS || time.nanos() - start > PATIENCE.toNanos()) {
          throw new StoreUnavailableException(e);
        }
        pause(FIRST_PAUSE.multipliedBy(1L << (attempt - 1)));
      } catch (SdkException e) {
        throw new StoreUnavailableException(e);
      }
    }
  }

  /** What is stored under an identity whose repeats are recognised at this moment. */
  public Optional<String> storedAs(String table, SubmissionIdentity identity, Instant now) {
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
   * Takes an identity, so that nothing can be stored under it any more.
   *
   * @return what is stored under it already
   * @throws StoreUnavailableException when it is not known whether it is taken
   */
  public Optional<String> claim(String table, SubmissionIdentity identity, Instant now) {
    try {
      client.putItem(
          request ->
              request
                  .tableName(table)
                  .item(identityItem(NOTHING, identity, now))
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
    Instant remembered = received.plus(REMEMBERED);
    return new Items.Builder()
        .put("id", itemId(identity))
        .put("storedAs", id)
        .put("contentHash", identity.contentHash())
        .put("repeatsUntil", millis(end))
        .put("expiresAt", Items.epochSeconds(end.isAfter(remembered) ? end : remembered))
        .build();
  }

  private static AttributeValue millis(Instant instant) {
    return Items.number(instant.toEpochMilli());
  }

  private void pause(Duration pause) {
    try {
      time.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailableException(e);
    }
  }
}
