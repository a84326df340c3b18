package com.avonsolutions.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.avonsolutions.aws.Stores;
import com.avonsolutions.domain.MonotonicClock;
import com.avonsolutions.domain.StoreUnavailableException;
import com.avonsolutions.domain.submission.Receipt;
import com.avonsolutions.domain.submission.SubmissionConflictException;
import com.avonsolutions.domain.submission.SubmissionIdentity;
import com.avonsolutions.sandbox.MutableClock;
import com.avonsolutions.sandbox.engine.FaultyDynamoDb;
import com.avonsolutions.sandbox.engine.FaultyDynamoDb.Fault;
import com.avonsolutions.sandbox.engine.SiteDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;

/** With the client that functions use, its timeouts and retries included. */
class SubmissionWriterTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  private static final String TABLE = "LeadsTable";
  private static final String CONSENTS = "ConsentsTable";

  private final FaultyDynamoDb dynamoDb = new FaultyDynamoDb(DATABASE.endpoint());
  private final Stores stores = Stores.of(DATABASE, "ContactFunction", dynamoDb.endpoint());
  private final MutableClock clock = stores.clock();
  private final SubmissionWriter writer =
      new SubmissionWriter(stores.get(DynamoDbClient.class), stores.get(MonotonicClock.class));

  @AfterEach
  void close() {
    stores.close();
    dynamoDb.close();
  }

  @Test
  void write_shouldGiveTheFirstId_whenTheSubmissionIsRepeated() {
    assertThat(write("1", key("k", "same"))).isEqualTo(Receipt.stored("1"));
    assertThat(write("2", key("k", "same"))).isEqualTo(Receipt.repeated("1"));
    assertThat(write("3", key("k", "same"))).isEqualTo(Receipt.repeated("1"));

    assertThat(storedIds()).containsExactly("1");
    require(List.of("lead#1"));
  }

  @Test
  void write_shouldNotRestoreAnErasedItem_whenOnlyItsConsentIsLeft() {
    write("1", content("same"));
    for (Map<String, AttributeValue> item :
        DATABASE.client().scan(r -> r.tableName(TABLE)).items()) {
      DATABASE
          .client()
          .deleteItem(
              r -> r.tableName(TABLE).key(Map.of("id", Items.text(Items.required(item, "id")))));
    }

    assertThat(write("1", content("same"))).isEqualTo(Receipt.repeated("1"));

    assertThat(storedIds()).isEmpty();
    require(List.of("lead#1"));
  }

  @Test
  void write_shouldStoreNothing_whenTheTableOfConsentsIsAway() {
    Put nowhere = consent("1").toBuilder().tableName("NoSuchTable").build();

    assertThatThrownBy(
            () -> writer.write(TABLE, item("1"), nowhere, content("same"), clock.instant()))
        .isInstanceOf(StoreUnavailableException.class);

    assertThat(storedIds()).isEmpty();
  }

  @Test
  void write_shouldStoreNothingMore_whenTheKeyComesWithOtherContent() {
    write("1", key("k", "first"));

    assertThatThrownBy(() -> write("2", key("k", "second")))
        .isInstanceOf(SubmissionConflictException.class);

    assertThat(storedIds()).containsExactly("1");
    assertThat(write("3", key("k", "first"))).isEqualTo(Receipt.repeated("1"));
  }

  @Test
  void write_shouldTreatEqualContentAsARepeat_withinTenMinutes() {
    write("1", content("same"));

    clock.pass(Duration.ofMinutes(9).plusSeconds(59));
    assertThat(write("2", content("same"))).isEqualTo(Receipt.repeated("1"));
    clock.pass(Duration.ofSeconds(2));
    assertThat(write("3", content("same"))).isEqualTo(Receipt.stored("3"));
    assertThat(write("4", content("same"))).isEqualTo(Receipt.repeated("3"));

    assertThat(storedIds()).containsExactlyInAnyOrder("1", "3");
  }

  @Test
  void write_shouldRecogniseAKeyForThirtyDays() {
    write("1", key("k", "same"));

    clock.pass(Duration.ofDays(30).minusSeconds(1));
    assertThat(write("2", key("k", "same"))).isEqualTo(Receipt.repeated("1"));
    clock.pass(Duration.ofSeconds(1));
    assertThat(write("3", key("k", "other"))).isEqualTo(Receipt.stored("3"));
  }

  @Test
  void write_shouldCompareTimesOfReceipt_notTimesOfWriting() {
    Instant pressed = clock.instant();
    SubmissionIdentity same = content("same");
    clock.pass(Duration.ofHours(2));

    assertThat(write("1", same, pressed)).isEqualTo(Receipt.stored("1"));
    clock.pass(Duration.ofHours(1));
    assertThat(write("2", same, pressed.plusSeconds(5))).isEqualTo(Receipt.repeated("1"));
    assertThat(write("3", same, pressed.plusSeconds(1200))).isEqualTo(Receipt.stored("3"));
    assertThat(write("4", same, pressed.plusSeconds(7))).isEqualTo(Receipt.repeated("3"));

    assertThat(storedIds()).containsExactlyInAnyOrder("1", "3");
  }

  @Test
  void write_shouldRecogniseAnId_whenItsIdentityBelongsToALaterItem() {
    Instant pressed = clock.instant();
    write("1", key("k", "first"), pressed);
    write("2", key("k", "second"), pressed.plus(Duration.ofDays(31)));

    assertThat(write("1", key("k", "first"), pressed)).isEqualTo(Receipt.repeated("1"));

    assertThat(storedIds()).containsExactlyInAnyOrder("1", "2");
  }

  @Test
  void write_shouldKeepAnIdentityForAsLongAsACopyCanWait() {
    write("1", content("same"));

    Instant expiry =
        DATABASE.client().scan(request -> request.tableName(TABLE)).items().stream()
            .flatMap(item -> Items.optionalNumber(item, "expiresAt").stream())
            .map(Instant::ofEpochSecond)
            .findFirst()
            .orElseThrow();
    assertThat(expiry).isAfterOrEqualTo(clock.instant().plus(Duration.ofDays(28)));
  }

  @Test
  void write_shouldStoreOne_whenSixteenCopiesComeConcurrently() throws Exception {
    int senders = 16;
    CountDownLatch ready = new CountDownLatch(senders);
    ExecutorService threads = Executors.newFixedThreadPool(senders);
    try {
      List<Future<Receipt>> answers = new ArrayList<>();
      for (int i = 0; i < senders; i++) {
        String id = "id" + i;
        answers.add(
            threads.submit(
                () -> {
                  ready.countDown();
                  ready.await();
                  return write(id, content("same"));
                }));
      }
      Set<String> ids = new HashSet<>();
      int firsts = 0;
      for (Future<Receipt> answer : answers) {
        ids.add(answer.get().id());
        firsts += answer.get().repeated() ? 0 : 1;
      }

      assertThat(ids).hasSize(1).isEqualTo(storedIds());
      assertThat(firsts).isEqualTo(1);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void write_shouldReturnTheFirstId_whenOneReplyWasLost() {
    dynamoDb.next(Fault.LOST_ANSWER);

    assertThat(write("1", content("same")).id()).isEqualTo("1");

    assertThat(storedIds()).containsExactly("1");
  }

  @Test
  void write_shouldFindTheStoredItem_whenTheClientRetriesAfterALostReply() {
    dynamoDb.always(Fault.LOST_ANSWER);
    assertThatThrownBy(() -> write("1", content("same")))
        .isInstanceOf(StoreUnavailableException.class);
    assertThat(storedIds()).containsExactly("1");

    dynamoDb.always(Fault.NONE);
    assertThat(write("2", content("same"))).isEqualTo(Receipt.repeated("1"));

    assertThat(storedIds()).containsExactly("1");
  }

  @Test
  void write_shouldRetry_whenAnotherTransactionConflicts() {
    dynamoDb.next(Fault.CONFLICT, Fault.CONFLICT, Fault.CONFLICT);

    assertThat(write("1", content("same"))).isEqualTo(Receipt.stored("1"));

    assertThat(dynamoDb.requests()).isEqualTo(4);
    assertThat(storedIds()).containsExactly("1");
  }

  @Test
  void write_shouldRetry_whenThrottledOnce() {
    dynamoDb.next(Fault.THROTTLED);

    assertThat(write("1", content("same"))).isEqualTo(Receipt.stored("1"));
    assertThat(dynamoDb.requests()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"NONE", "LOST_ANSWER"},
      mode = EnumSource.Mode.EXCLUDE)
  @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void write_shouldGiveUpInTime_whenTheStoreKeepsFailing(Fault fault) {
    dynamoDb.always(fault);

    assertThatThrownBy(() -> writeImpatiently(stores.get(MonotonicClock.class)))
        .isInstanceOf(StoreUnavailableException.class);

    assertThat(dynamoDb.requests()).isBetween(2, 4);
    assertThat(storedIds()).isEmpty();
  }

  @Test
  @Timeout(value = 15, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void write_shouldGiveUpInTime_whenConflictsAreSlow() {
    for (int i = 0; i < 4; i++) {
      dynamoDb.next(Fault.HANG, Fault.HANG, Fault.CONFLICT);
    }

    // Attempts of 200 ms in place of 2 s, so time passes ten times as fast.
    MonotonicClock fast =
        new MonotonicClock() {
          @Override
          public long nanos() {
            return System.nanoTime() * 10;
          }

          @Override
          public void sleep(Duration time) throws InterruptedException {
            Thread.sleep(time.toMillis() / 10);
          }
        };
    assertThatThrownBy(() -> writeImpatiently(fast)).isInstanceOf(StoreUnavailableException.class);

    assertThat(dynamoDb.requests()).isBetween(3, 6);
    assertThat(storedIds()).isEmpty();
  }

  @Test
  void write_shouldStayInterrupted_whenInterruptedBetweenAttempts() {
    dynamoDb.always(Fault.CONFLICT);
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> write("1", content("same")))
        .isInstanceOf(StoreUnavailableException.class);

    assertThat(Thread.interrupted()).isTrue();
  }

  private void writeImpatiently(MonotonicClock time) {
    try (Stores impatient = Stores.impatient(DATABASE, "ContactFunction", dynamoDb.endpoint())) {
      new SubmissionWriter(impatient.get(DynamoDbClient.class), time)
          .write(TABLE, item("1"), consent("1"), content("same"), clock.instant());
    }
  }

  private Receipt write(String id, SubmissionIdentity identity) {
    return write(id, identity, clock.instant());
  }

  private Receipt write(String id, SubmissionIdentity identity, Instant received) {
    return writer.write(TABLE, item(id), consent(id), identity, received);
  }

  private static Map<String, AttributeValue> item(String id) {
    return Map.of("id", Items.text(id));
  }

  private static Put consent(String id) {
    return Put.builder()
        .tableName(CONSENTS)
        .item(Map.of("subject", Items.text("lead#" + id), "event", Items.text("GIVEN")))
        .build();
  }

  private static void require(List<String> consents) {
    assertThat(DATABASE.client().scan(r -> r.tableName(CONSENTS).consistentRead(true)).items())
        .extracting(item -> Items.required(item, "subject"))
        .containsExactlyInAnyOrderElementsOf(consents);
  }

  private static SubmissionIdentity key(String key, String text) {
    return SubmissionIdentity.of(Optional.of(key), Optional.empty(), Map.of("text", text));
  }

  private static SubmissionIdentity content(String text) {
    return SubmissionIdentity.of(Optional.empty(), Optional.empty(), Map.of("text", text));
  }

  private static Set<String> storedIds() {
    Set<String> ids = new HashSet<>();
    for (Map<String, AttributeValue> item :
        DATABASE.client().scan(r -> r.tableName(TABLE).consistentRead(true)).items()) {
      String id = Items.required(item, "id");
      if (!id.startsWith("submission#")) {
        ids.add(id);
      }
    }
    return ids;
  }
}
