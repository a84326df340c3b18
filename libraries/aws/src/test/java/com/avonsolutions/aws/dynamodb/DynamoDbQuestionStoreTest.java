package com.avonsolutions.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.avonsolutions.aws.Stores;
import com.avonsolutions.domain.StoreUnavailableException;
import com.avonsolutions.domain.question.QuestionStore;
import com.avonsolutions.domain.question.UnansweredQuestion;
import com.avonsolutions.sandbox.engine.FaultyDynamoDb;
import com.avonsolutions.sandbox.engine.FaultyDynamoDb.Fault;
import com.avonsolutions.sandbox.engine.SiteDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

class DynamoDbQuestionStoreTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  private static final YearMonth MARCH = YearMonth.of(2026, 3);

  private final Stores stores = Stores.of(DATABASE, "FaqFunction");
  private final QuestionStore questions = stores.get(QuestionStore.class);

  @AfterEach
  void close() {
    stores.close();
  }

  @Test
  void unanswered_shouldListMostAskedFirst_acrossAllShards() {
    for (int i = 1; i <= 12; i++) {
      for (int times = 0; times < i; times++) {
        questions.countUnanswered("question " + i, false);
      }
    }

    assertThat(questions.unanswered(MARCH))
        .hasSize(12)
        .startsWith(
            new UnansweredQuestion("question 12", 12, 0),
            new UnansweredQuestion("question 11", 11, 0))
        .endsWith(new UnansweredQuestion("question 1", 1, 0));
    assertThat(
            DATABASE.client().scan(r -> r.tableName("QuestionsTable")).items().stream()
                .map(item -> item.get("monthShard"))
                .distinct())
        .hasSize(4);
  }

  @Test
  void unanswered_shouldListTheMostAsked_whenAFloodOfMadeUpQuestionsCame() {
    for (int batch = 0; batch < 40; batch++) {
      List<WriteRequest> flood =
          IntStream.range(batch * 25, batch * 25 + 25)
              .mapToObj(i -> askedOnce("flood " + i))
              .toList();
      DATABASE.client().batchWriteItem(r -> r.requestItems(Map.of("QuestionsTable", flood)));
    }
    for (int i = 0; i < 50; i++) {
      questions.countUnanswered("question " + i, false);
      questions.countUnanswered("question " + i, false);
    }

    List<UnansweredQuestion> listed = questions.unanswered(MARCH);

    assertThat(listed).hasSize(800);
    assertThat(listed.subList(0, 50))
        .allMatch(question -> question.question().startsWith("question "))
        .extracting(UnansweredQuestion::count)
        .containsOnly(2);
  }

  private WriteRequest askedOnce(String question) {
    Instant now = stores.clock().instant();
    Map<String, AttributeValue> item =
        new Items.Builder()
            .put("monthShard", MonthShards.key(now, question))
            .put("question", question)
            .put("count", Items.number(1))
            .put("offered", Items.number(0))
            .put("expiresAt", Items.epochSeconds(now.plus(Duration.ofDays(180))))
            .build();
    return WriteRequest.builder().putRequest(put -> put.item(item)).build();
  }

  @Test
  void unanswered_shouldCountHowOftenSimilarQuestionsWereOffered() {
    questions.countUnanswered("delhi?", true);
    questions.countUnanswered("delhi?", false);
    questions.countUnanswered("delhi?", true);

    assertThat(questions.unanswered(MARCH)).containsExactly(new UnansweredQuestion("delhi?", 3, 2));
  }

  @Test
  void unanswered_shouldSeparateMonthsAtMidnightInIndia() {
    stores.clock().set(Instant.parse("2026-03-31T18:29:59Z"));
    questions.countUnanswered("delhi?", false);
    stores.clock().set(Instant.parse("2026-03-31T18:30:00Z"));
    questions.countUnanswered("delhi?", false);

    assertThat(questions.unanswered(MARCH)).containsExactly(new UnansweredQuestion("delhi?", 1, 0));
    assertThat(questions.unanswered(MARCH.plusMonths(1)))
        .containsExactly(new UnansweredQuestion("delhi?", 1, 0));
    assertThat(questions.unanswered(MARCH.minusMonths(1))).isEmpty();
  }

  @Test
  void unanswered_shouldLeaveOutTheExpired_whenTheyAreNotDeletedYet() {
    questions.countUnanswered("delhi?", false);

    stores.clock().pass(Duration.ofDays(180).minusSeconds(1));
    assertThat(questions.unanswered(MARCH)).hasSize(1);
    stores.clock().pass(Duration.ofSeconds(1));
    assertThat(questions.unanswered(MARCH)).isEmpty();
  }

  @Test
  void everything_shouldFail_whenTheStoreIsDown() {
    try (FaultyDynamoDb faulty = new FaultyDynamoDb(DATABASE.endpoint());
        Stores down = Stores.of(DATABASE, "FaqFunction", faulty.endpoint())) {
      faulty.always(Fault.SERVER_ERROR);
      QuestionStore store = down.get(QuestionStore.class);

      assertThatThrownBy(() -> store.unanswered(MARCH))
          .isInstanceOf(StoreUnavailableException.class);
      assertThatThrownBy(() -> store.countUnanswered("delhi?", false))
          .isInstanceOf(StoreUnavailableException.class);
    }
  }
}
