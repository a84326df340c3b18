package com.avonsolutions.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.avonsolutions.aws.Stores;
import com.avonsolutions.domain.StoreUnavailableException;
import com.avonsolutions.domain.counter.CounterStore;
import com.avonsolutions.sandbox.engine.FaultyDynamoDb;
import com.avonsolutions.sandbox.engine.SiteDatabase;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoDbCounterStoreTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  private static final Instant EXPIRY = Instant.parse("2026-03-10T10:00:00Z");

  @Test
  void add_shouldAddUpAndSetTheExpiry() {
    try (Stores stores = Stores.of(DATABASE, "ContactFunction")) {
      CounterStore counters = stores.get(CounterStore.class);

      // On a slow machine the SDK may retry an attempt, which then counts twice.
      assertThat(counters.add("b", 1, EXPIRY)).isPositive();
      long first = counters.add("a", 3, EXPIRY);
      long second = counters.add("a", 4, EXPIRY);

      assertThat(first).isGreaterThanOrEqualTo(3);
      assertThat(second).isGreaterThanOrEqualTo(first + 4);
      assertThat(DATABASE.client().scan(scan -> scan.tableName("CountersTable")).items())
          .contains(
              Map.of(
                  "id", AttributeValue.fromS("a"),
                  "count", AttributeValue.fromN(Long.toString(second)),
                  "expiresAt", AttributeValue.fromN("1773136800")));
    }
  }

  @Test
  void getOrPut_shouldKeepTheFirstValue() {
    try (Stores stores = Stores.of(DATABASE, "ContactFunction")) {
      CounterStore counters = stores.get(CounterStore.class);

      assertThat(counters.getOrPut("key#1", "first", EXPIRY)).isEqualTo("first");
      assertThat(counters.getOrPut("key#1", "second", EXPIRY)).isEqualTo("first");
    }
  }

  @Test
  void add_shouldTimeOut_whenNoReplyComes() {
    try (FaultyDynamoDb faulty = new FaultyDynamoDb(DATABASE.endpoint());
        Stores stores =
            Stores.of(
                DATABASE,
                "ContactFunction",
                Map.of(
                    "DynamoDbEndpoint",
                    faulty.endpoint().toString(),
                    "CountersPatienceMillis",
                    "50"))) {
      faulty.always(FaultyDynamoDb.Fault.HANG);

      assertThatThrownBy(() -> stores.get(CounterStore.class).add("a", 1, EXPIRY))
          .isInstanceOf(StoreUnavailableException.class);
    }
  }
}
