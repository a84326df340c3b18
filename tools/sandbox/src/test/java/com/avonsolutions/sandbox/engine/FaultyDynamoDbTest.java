package com.avonsolutions.sandbox.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.avonsolutions.sandbox.engine.FaultyDynamoDb.Fault;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

class FaultyDynamoDbTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  private final FaultyDynamoDb faulty = new FaultyDynamoDb(DATABASE.endpoint());
  private final DynamoDbClient client = EmbeddedDynamoDb.client(faulty.endpoint());

  @AfterEach
  void close() {
    client.close();
    faulty.close();
  }

  @Test
  void requests_shouldReachTheEngine_withoutAFault() {
    put("a");

    assertThat(stored()).isEqualTo(1);
    assertThat(faulty.requests()).isEqualTo(1);
  }

  @Test
  void lostAnswer_shouldHaveWritten() {
    faulty.always(Fault.LOST_ANSWER);

    assertThatThrownBy(() -> put("a")).isInstanceOf(SdkClientException.class);

    assertThat(stored()).isEqualTo(1);
  }

  @Test
  void conflict_shouldLookLikeThatOfTheEngine_andNotHaveWritten() {
    faulty.next(Fault.CONFLICT);

    assertThatThrownBy(() -> put("a"))
        .isInstanceOfSatisfying(
            TransactionCanceledException.class,
            e ->
                assertThat(e.cancellationReasons())
                    .extracting(reason -> reason.code())
                    .containsExactly("None", "TransactionConflict"));

    assertThat(stored()).isZero();
  }

  private void put(String slug) {
    TransactWriteItem item =
        TransactWriteItem.builder()
            .put(put -> put.tableName("FaqsTable").item(Map.of("slug", AttributeValue.fromS(slug))))
            .build();
    client.transactWriteItems(request -> request.transactItems(item));
  }

  private static int stored() {
    return DATABASE.client().scan(r -> r.tableName("FaqsTable")).count();
  }
}
