package com.avonsolutions.faq;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.domain.faq.FaqEntry;
import com.avonsolutions.domain.faq.FaqStore;
import com.avonsolutions.domain.faq.StarterFaq;
import com.avonsolutions.domain.question.QuestionStore;
import com.avonsolutions.sandbox.MutableClock;
import com.avonsolutions.sandbox.engine.SiteDatabase;
import com.avonsolutions.sandbox.event.Answer;
import com.avonsolutions.sandbox.event.EventBuilder;
import com.avonsolutions.sandbox.event.EventFixtures;
import com.avonsolutions.sandbox.standin.SampleSources;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The staff API of unanswered questions. */
class StaffQuestionsTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  @Test
  void list_shouldGroupWordingsAndNameTheEntryForAliases() throws IOException {
    handler(Map.of())
        .getApplicationContext()
        .getBean(FaqStore.class)
        .load(
            new StarterFaq(
                new FaqEntry(
                    "office",
                    "Where is your office?",
                    Optional.empty(),
                    "Us",
                    1,
                    false,
                    List.of(),
                    ""),
                "Kochi",
                "hash"));
    AnswerQuestionsHandler handler = handler(SampleSources.parameters());
    QuestionStore questions = handler.getApplicationContext().getBean(QuestionStore.class);
    questions.countUnanswered("is your office in delhi", true);
    questions.countUnanswered("is your office in delhi", false);
    questions.countUnanswered("delhi office is yours", false);
    questions.countUnanswered("gold rate", false);

    Answer answer = ask(handler, "Bearer " + SampleSources.STAFF_TOKEN);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(JSON.std.mapFrom(answer.text()))
        .containsEntry("month", "2026-11")
        .containsEntry("questions", 3)
        .containsEntry(
            "groups",
            List.of(
                Map.of(
                    "question",
                    "is your office in delhi",
                    "count",
                    3,
                    "aliasOf",
                    "office",
                    "wordings",
                    List.of(
                        wording("is your office in delhi", 2, 1),
                        wording("delhi office is yours", 1, 0))),
                Map.of(
                    "question",
                    "gold rate",
                    "count",
                    1,
                    "wordings",
                    List.of(wording("gold rate", 1, 0)))));
  }

  @Test
  void list_shouldBeNotFound_whenItIsOff() throws IOException {
    Answer answer = ask(handler(Map.of()), "Bearer " + SampleSources.STAFF_TOKEN);

    assertThat(answer.status()).isEqualTo(404);
  }

  @Test
  void list_shouldAcceptBothTokens_duringRotation() throws IOException {
    AnswerQuestionsHandler handler =
        handler(Map.of("StaffApi", "on", "LocalSecrets", "/avon/staff/token=new old"));

    assertThat(ask(handler, "Bearer new").status()).isEqualTo(200);
    assertThat(ask(handler, "bearer old").status()).isEqualTo(200);
    assertThat(ask(handler, "BEARER old").status()).isEqualTo(200);
    assertThat(ask(handler, "Bearer new old").status()).isEqualTo(401);
    assertThat(ask(handler, "Basic new").status()).isEqualTo(401);
  }

  private static Map<String, Object> wording(String question, int count, int offered) {
    return Map.of("question", question, "count", count, "offered", offered);
  }

  private static AnswerQuestionsHandler handler(Map<String, String> parameters) {
    return new AnswerQuestionsHandler(
        DATABASE.environmentOf("FaqFunction", parameters), new MutableClock());
  }

  private static Answer ask(AnswerQuestionsHandler handler, String authorization)
      throws IOException {
    return EventFixtures.answer(
        handler,
        EventBuilder.request("GET", "/api/faqs/questions")
            .routeKey("GET /api/faqs/questions")
            .header("authorization", authorization)
            .build());
  }
}
