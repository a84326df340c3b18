package com.avonsolutions.aws.dynamodb;

import com.avonsolutions.domain.MonotonicClock;
import com.avonsolutions.domain.StoreUnavailableException;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Writes several items, or none of them. */
final class Transactions {
  private static final int MAX_ATTEMPTS = 4;
  private static final Duration INITIAL_BACK_OFF = Duration.ofMillis(50);

  /** No attempt starts after 5 s, so that the last one ends before the function times out. */
  private static final Duration RETRY_WINDOW = Duration.ofSeconds(5);

  private final DynamoDbClient client;
  private final MonotonicClock time;

  Transactions(DynamoDbClient client, MonotonicClock time) {
    this.client = client;
    this.time = time;
  }

  /**
   * Writes all items. The SDK does not retry cancelled transactions: this does, while another
   * transaction writes one of the items or the table is throttled.
   *
   * @throws TransactionCanceledException when a condition fails; see {@link Items#refused}
   * @throws StoreUnavailableException when it is unknown whether the items are written
   */
  void write(List<TransactWriteItem> writes) {
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
