package com.avonsolutions.faq;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.domain.faq.FaqEntry;
import com.avonsolutions.domain.faq.FaqStore;
import com.avonsolutions.domain.faq.StarterFaq;
import com.avonsolutions.domain.question.QuestionStore;
import com.avonsolutions.domain.question.UnansweredQuestion;
import com.avonsolutions.testing.Answer;
import com.avonsolutions.testing.EventBuilder;
import com.avonsolutions.testing.EventFixtures;
import com.avonsolutions.testing.MutableClock;
import com.avonsolutions.testing.SiteDatabase;
import java.io.IOException;
import java.time.Duration;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What time, repeats and a store that is away do to the answers. */
class AnswerQuestionsHandlerTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  private static final String NOT_ANSWERED = "which paint suits a garden wall";

  private final MutableClock clock = new MutableClock();

  @SuppressWarnings("NullAway.Init") // set before each test
  private AnswerQuestionsHandler handler;

  @BeforeEach
  void start() {
    AnswerQuestionsHandler loader =
        new AnswerQuestionsHandler(DATABASE.environmentOf("FaqFunction"));
    loader
        .getApplicationContext()
        .getBean(FaqStore.class)
        .load(faq("logo", "Can you draw a logo?"));
    handler = new AnswerQuestionsHandler(DATABASE.environmentOf("FaqFunction"), clock);
  }

  @Test
  void list_shouldShowNewEntries_whenHalfAMinuteHasPassed() throws IOException {
    String before = get("/faqs").header("etag").orElseThrow();
    store().load(faq("drone", "Do you film with drones?"));

    clock.pass(Duration.ofSeconds(29));
    assertThat(get("/faqs").text()).doesNotContain("drones");
    clock.pass(Duration.ofSeconds(1));
    Answer after = get("/faqs");

    assertThat(after.text()).contains("drones");
    assertThat(after.header("etag")).isPresent().get().isNotEqualTo(before);
    assertThat(get("/api/faqs").text()).contains("drones");
    assertThat(ask("film by drone").json()).containsEntry("answered", true);
  }

  @Test
  void list_shouldStayTheSame_whenNothingChanged() throws IOException {
    String before = get("/faqs").header("etag").orElseThrow();

    for (int check = 0; check < 3; check++) {
      clock.pass(Duration.ofSeconds(30));
      Answer again = answer(request("GET", "/faqs").header("if-none-match", before));
      assertThat(again.status()).isEqualTo(304);
      assertThat(again.body()).isEmpty();
    }
  }

  @Test
  void list_shouldStay_whenStoreIsAwayAtALaterCheck() throws IOException {
    DATABASE.client().deleteTable(request -> request.tableName(faqsTable()));
    clock.pass(Duration.ofMinutes(5));

    assertThat(get("/faqs").status()).isEqualTo(200);
    assertThat(ask("logo").json()).containsEntry("answered", true);
  }

  @Test
  void list_shouldBeUnavailable_whenStoreNeverGaveEntries() throws IOException {
    Map<String, String> environment = new HashMap<>(DATABASE.environmentOf("FaqFunction"));
    environment.put("FAQS_TABLE", "no-such-table");
    handler = new AnswerQuestionsHandler(environment, clock);

    Answer page = get("/faqs");
    Answer json = ask("logo");

    assertThat(page.status()).isEqualTo(503);
    assertThat(page.header("retry-after")).isPresent();
    assertThat(page.header("content-type")).contains("text/html; charset=utf-8");
    assertThat(json.status()).isEqualTo(503);
    assertThat(json.header("content-type")).contains("application/problem+json");
  }

  @Test
  void unanswered_shouldBeCountedOnceAMinute_whenAskedAgain() throws IOException {
    ask(NOT_ANSWERED);
    ask("  Which  PAINT suits a garden wall ");
    search(NOT_ANSWERED);
    assertThat(unanswered()).containsExactly(new UnansweredQuestion(NOT_ANSWERED, 1));

    clock.pass(Duration.ofMinutes(1));
    search(NOT_ANSWERED);

    assertThat(unanswered()).containsExactly(new UnansweredQuestion(NOT_ANSWERED, 2));
  }

  @Test
  void unanswered_shouldBeCut_whenQuestionIsLong() throws IOException {
    ask("paint ".repeat(40));

    assertThat(unanswered())
        .singleElement()
        .satisfies(question -> assertThat(question.question()).hasSizeBetween(100, 120));
  }

  @Test
  void unanswered_shouldNotBeCounted_whenAnswered() throws IOException {
    ask("can you draw a logo");

    assertThat(unanswered()).isEmpty();
  }

  @Test
  void unanswered_shouldNotBeCounted_whenStillTyped() throws IOException {
    answer(request("GET", "/api/faqs/answers").query("q", NOT_ANSWERED).query("draft", "true"));

    assertThat(unanswered()).isEmpty();
  }

  @Test
  void unanswered_shouldNotBeCounted_whenOnlyHeadersAreAsked() throws IOException {
    answer(request("HEAD", "/faqs").query("q", NOT_ANSWERED));

    assertThat(unanswered()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ring me on 98470 12345 about paint",
        "ring me on 98-47-01 about paint",
        "मुझे ९८४७० १२३४५ पर paint",
        "write to asha@example.com about paint",
        "paint like https://example.test/wall",
        "paint like www.example.test",
        "paint like on asha-paints.in please"
      })
  void unanswered_shouldNotBeCounted_whenItMayTellWhoAsked(String question) throws IOException {
    Answer answer = ask(question);

    assertThat(answer.json()).containsEntry("answered", false);
    assertThat(unanswered()).isEmpty();
  }

  @Test
  void question_shouldBeNone_whenItIsOnlyInvisibleBlanks() throws IOException {
    assertThat(answer(request("GET", "/faqs?q=%C2%A0")).status()).isEqualTo(200);
    assertThat(ask("\u00a0").status()).isEqualTo(422);
    assertThat(unanswered()).isEmpty();
  }

  @Test
  void answer_shouldCome_whenCountingFails() throws IOException {
    DATABASE
        .client()
        .deleteTable(
            request ->
                request.tableName(DATABASE.environmentOf("FaqFunction").get("QUESTIONS_TABLE")));

    assertThat(ask(NOT_ANSWERED).status()).isEqualTo(200);
    assertThat(search(NOT_ANSWERED).status()).isEqualTo(200);
  }

  @Test
  void entry_shouldDescribeItselfInPlainWords_whenAnswerIsLong() throws IOException {
    Answer page = answer(request("GET", "/faqs/logo").routeKey("GET /faqs/{slug}"));

    assertThat(page.text())
        .containsPattern(
            "<meta name=\"description\" content=\"Yes, we do &amp; gladly\\. [^<>]{90,130}…\">");
  }

  private static StarterFaq faq(String slug, String question) {
    String answer = "<p>Yes, we <em>do</em> &amp; gladly.</p><p>" + "And then some. ".repeat(20);
    FaqEntry entry =
        new FaqEntry(slug, question, Optional.empty(), "Other", 1, false, List.of(), answer);
    return new StarterFaq(entry, "Yes.", slug);
  }

  private FaqStore store() {
    return handler.getApplicationContext().getBean(FaqStore.class);
  }

  private List<UnansweredQuestion> unanswered() {
    return handler
        .getApplicationContext()
        .getBean(QuestionStore.class)
        .unanswered(YearMonth.of(2026, 11));
  }

  private static String faqsTable() {
    return DATABASE.environmentOf("FaqFunction").getOrDefault("FAQS_TABLE", "");
  }

  private Answer ask(String question) throws IOException {
    return answer(request("GET", "/api/faqs/answers").query("q", question));
  }

  private Answer search(String question) throws IOException {
    return answer(request("GET", "/faqs").query("q", question));
  }

  private Answer get(String path) throws IOException {
    return answer(request("GET", path));
  }

  private static EventBuilder request(String method, String path) {
    return EventBuilder.request(method, path);
  }

  private Answer answer(EventBuilder request) throws IOException {
    return EventFixtures.answer(handler, request.build());
  }
}
