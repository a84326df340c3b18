package com.avonsolutions.domain.dynamodb;

import com.avonsolutions.domain.StoreUnavailableException;
import com.avonsolutions.domain.submission.Receipt;
import com.avonsolutions.domain.submission.SubmissionConflictException;
import com.avonsolutions.domain.submission.SubmissionIdentity;
import java.time.Clock;
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
  private static final long FIRST_PAUSE_MILLIS = 25;

  /**
   * After so long no attempt begins, for the last one has to end before the function's time does.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final DynamoDbClient client;
  private final Clock clock;

  public SubmissionWriter(DynamoDbClient client, Clock clock) {
    this.client = client;
    this.clock = clock;
  }

  /**
   * Writes the item under its attribute {@code id}.
   *
   * @throws SubmissionConflictException when the identity's key came with another content
   * @throws StoreUnavailableException when it is not known whether the item is stored
   */
  public Receipt write(
      String table, Map<String, AttributeValue> item, SubmissionIdentity identity) {
    String id = Items.required(item, "id");
    Instant now = clock.instant();
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
                        .item(identityItem(id, identity, now))
                        .conditionExpression("attribute_not_exists(id) OR expiresAt <= :now")
                        .expressionAttributeValues(Map.of(":now", Items.epochSeconds(now)))
                        .returnValuesOnConditionCheckFailure(
                            ReturnValuesOnConditionCheckFailure.ALL_OLD)
                        .build())
                .build());
    long start = System.nanoTime();
    for (int attempt = 1; ; attempt++) {
      try {
        client.transactWriteItems(request -> request.transactItems(writes));
        return new Receipt(id, false);
      } catch (TransactionCanceledException e) {
        Optional<Map<String, AttributeValue>> earlier = Items.refused(e, 1);
        if (earlier.isPresent()) {
          return repeated(earlier.get(), identity);
        }
        // Another copy is being written at this instant, or the table is throttled. The SDK does
        // not try a cancelled transaction again.
        if (attempt == ATTEMPTS || System.nanoTime() - start > PATIENCE.toNanos()) {
          throw new StoreUnavailableException(e);
        }
        pause(FIRST_PAUSE_MILLIS << attempt);
      } catch (SdkException e) {
        throw new StoreUnavailableException(e);
      }
    }
  }

  /**
   * Takes an identity, so that nothing can be stored under it any more.
   *
   * @return what is stored under it already
   * @throws StoreUnavailableException when it is not known whether it is taken
   */
  public Optional<String> claim(String table, SubmissionIdentity identity) {
    Instant now = clock.instant();
    try {
      client.putItem(
          request ->
              request
                  .tableName(table)
                  .item(identityItem(NOTHING, identity, now))
                  .conditionExpression("attribute_not_exists(id) OR expiresAt <= :now")
                  .expressionAttributeValues(Map.of(":now", Items.epochSeconds(now)))
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
    return new Receipt(Items.required(earlier, "storedAs"), true);
  }

  private static Map<String, AttributeValue> identityItem(
      String id, SubmissionIdentity identity, Instant now) {
    return new Items.Builder()
        .put("id", "submission#" + identity.key())
        .put("storedAs", id)
        .put("contentHash", identity.contentHash())
        .put("expiresAt", Items.epochSeconds(now.plus(identity.window())))
        .build();
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreUnavailableException(e);
    }
  }
}
