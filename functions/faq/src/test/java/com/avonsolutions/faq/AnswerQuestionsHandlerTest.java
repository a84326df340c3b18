package com.avonsolutions.faq;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.domain.faq.FaqEntry;
import com.avonsolutions.domain.faq.FaqStore;
import com.avonsolutions.domain.faq.StarterFaq;
import com.avonsolutions.domain.question.QuestionStore;
import com.avonsolutions.domain.question.UnansweredQuestion;
import com.avonsolutions.domain.vote.VoteCount;
import com.avonsolutions.domain.vote.VoteStore;
import com.avonsolutions.sandbox.MutableClock;
import com.avonsolutions.sandbox.engine.SiteDatabase;
import com.avonsolutions.sandbox.event.Answer;
import com.avonsolutions.sandbox.event.EventBuilder;
import com.avonsolutions.sandbox.event.EventFixtures;
import java.io.IOException;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Refresh, repetition, redaction, and a store that is unavailable. */
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
  void list_shouldShowNewEntries_whenRestoredFromASnapshot() throws IOException {
    get("/faqs");
    store().load(faq("drone", "Do you film with drones?"));

    handler.forgetTimes();

    assertThat(get("/faqs").text()).contains("drones");
  }

  @Test
  void list_shouldShowWhenAnEntryChangedAndItsQuestionInHindi() throws IOException {
    Instant changed = clock.instant();
    FaqEntry entry =
        new FaqEntry(
            "rate",
            "What does a website cost?",
            Optional.of("वेबसाइट का खर्च कितना है?"),
            "Other",
            2,
            false,
            List.of(),
            "<p>It depends.</p>");
    store().load(new StarterFaq(entry, "It depends.", "rate"));
    clock.pass(Duration.ofMinutes(1));

    assertThat(get("/api/faqs").text())
        .contains("\"slug\":\"rate\"", "\"updatedAt\":\"" + changed + '"');
    assertThat(get("/faqs").text()).contains("<span lang=\"hi\">वेबसाइट का खर्च कितना है?</span>");
    assertThat(ask("वेबसाइट का खर्च कितना है?").json()).containsEntry("answered", true);
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
  void list_shouldKeepEntries_whenStoreIsUnavailableAtALaterCheck() throws IOException {
    DATABASE.client().deleteTable(request -> request.tableName(faqsTable()));
    clock.pass(Duration.ofMinutes(5));

    assertThat(get("/faqs").status()).isEqualTo(200);
    assertThat(ask("logo").json()).containsEntry("answered", true);
  }

  @Test
  void list_shouldBeUnavailable_whenStoreWasNeverAvailable() throws IOException {
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
    assertThat(unanswered()).containsExactly(new UnansweredQuestion(NOT_ANSWERED, 1, 0));

    clock.pass(Duration.ofMinutes(1));
    search(NOT_ANSWERED);

    assertThat(unanswered()).containsExactly(new UnansweredQuestion(NOT_ANSWERED, 2, 0));
  }

  @Test
  void unanswered_shouldBeTruncated_whenQuestionIsLong() throws IOException {
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
  void unanswered_shouldNotBeCounted_whenItIsADraft() throws IOException {
    answer(request("GET", "/api/faqs/answers").query("q", NOT_ANSWERED).query("draft", "true"));

    assertThat(unanswered()).isEmpty();
  }

  @Test
  void unanswered_shouldNotBeCounted_whenTheMethodIsHead() throws IOException {
    answer(request("HEAD", "/faqs").query("q", NOT_ANSWERED));

    assertThat(unanswered()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ring me on 98470 12345 about paint!   | ring me on about paint
          ring me on +91-98-47-01 about paint   | ring me on about paint
          मुझे ९८४७० १२३४५ पर paint की ज़रूरत        | मुझे पर paint की ज़रूरत
          write to Asha.Rao@example.com on paint | write to on paint
          paint like @asha_paints does          | paint like does
          paint like https://example.test/wall? | paint like
          paint like www.example.test           | paint like
          paint like on asha-paints.in, please  | paint like on please
          paint for 4 walls, 20,000 rupees      | paint for 4 walls 20 000 rupees
          """)
  void unanswered_shouldBeCountedWithoutPersonalData(String question, String kept)
      throws IOException {
    Answer answer = ask(question);

    assertThat(answer.json()).containsEntry("answered", false);
    assertThat(unanswered()).extracting(UnansweredQuestion::question).containsExactly(normal(kept));
  }

  private static String normal(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }

  @ParameterizedTest
  @ValueSource(strings = {"98470 12345", "asha@example.com", "👍🏽🙏 ?!"})
  void unanswered_shouldNotBeCounted_whenNothingIsLeft(String question) throws IOException {
    ask(question);

    assertThat(unanswered()).isEmpty();
  }

  @Test
  void unanswered_shouldNotBeCounted_whenStaffAskForExplanations() throws IOException {
    answer(request("GET", "/api/faqs/answers").query("q", NOT_ANSWERED).query("explain", "true"));

    assertThat(unanswered()).isEmpty();
  }

  @Test
  void alias_shouldBeFound_whenStaffAddedItAndIncrementedTheVersion() throws IOException {
    assertThat(ask("kite flying").json()).containsEntry("answered", false);
    staffWrite("logo", "SET aliases = list_append(aliases, :value)", "kite flying");
    staffWrite("#version", "ADD version :value", 1);

    clock.pass(Duration.ofSeconds(30));

    assertThat(ask("kite flying").json()).containsEntry("answered", true);
    assertThat(unanswered()).hasSize(1);
  }

  @Test
  void vote_shouldBeCountedOnce_whenTheSameFormIsSentAgain() throws IOException {
    String token = token(get("/faqs/logo", "/faqs/{slug}"));
    for (int press = 0; press < 2; press++) {
      assertThat(vote(token, "yes", "").header("location"))
          .contains("/faqs/logo?helpful=yes#thanks");
    }
    assertThat(votes()).containsExactly(new VoteCount("logo", "", 1, 0));

    vote(token, "no", "");
    assertThat(votes()).containsExactly(new VoteCount("logo", "", 0, 1));
  }

  @Test
  void vote_shouldBeRefused_whenOneNetworkSendsTooMany() throws IOException {
    for (int i = 0; i < 100; i++) {
      assertThat(vote("token-" + i, "yes", "").status()).isEqualTo(303);
    }

    assertThat(vote("token-100", "yes", "").status()).isEqualTo(429);

    assertThat(votes()).containsExactly(new VoteCount("logo", "", 100, 0));
  }

  @Test
  void vote_shouldBeCountedByQuestionWithoutPersonalData() throws IOException {
    String page = search("can you draw a logo for 98470 12345?").text();
    assertThat(page).contains("name=\"q\" value=\"can you draw a logo for\"");

    vote("one", "no", "Can you draw a logo for 98470 12345?");
    vote("two", "yes", "can you draw a logo for");
    vote("two", "yes", "");

    assertThat(votes())
        .containsExactly(
            new VoteCount("logo", "can you draw a logo for", 1, 1),
            new VoteCount("logo", "", 1, 0));
  }

  @Test
  void vote_shouldNotBeLinkableToOtherVotesOfTheVisitor() throws IOException {
    vote("one", "yes", "");
    vote("one", "yes", "draw a logo");

    assertThat(DATABASE.client().scan(r -> r.tableName("VotesTable")).items())
        .hasSize(2)
        .extracting(item -> item.get("voter"))
        .doesNotHaveDuplicates()
        .noneSatisfy(voter -> assertThat(voter.toString()).contains("one"));
  }

  @Test
  void vote_shouldBeUnavailable_whenTheStoreIs() throws IOException {
    DATABASE.client().deleteTable(request -> request.tableName("VotesTable"));

    Answer refused = vote("one", "yes", "");

    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.header("retry-after")).isPresent();
  }

  @Test
  void entry_shouldHaveTheSameEtagButAnotherToken_whenShownAgain() throws IOException {
    Answer one = get("/faqs/logo", "/faqs/{slug}");
    Answer other = get("/faqs/logo", "/faqs/{slug}");

    assertThat(other.header("etag")).isEqualTo(one.header("etag"));
    assertThat(token(other)).isNotEqualTo(token(one));
    assertThat(
            answer(
                    request("GET", "/faqs/logo")
                        .routeKey("GET /faqs/{slug}")
                        .header("if-none-match", one.header("etag").orElseThrow()))
                .status())
        .isEqualTo(304);
  }

  @Test
  void question_shouldBeMissing_whenItIsOnlyWhitespace() throws IOException {
    assertThat(answer(request("GET", "/faqs?q=%C2%A0")).status()).isEqualTo(200);
    assertThat(ask("\u00a0").status()).isEqualTo(422);
    assertThat(unanswered()).isEmpty();
  }

  @Test
  void answer_shouldNotFail_whenCountingFails() throws IOException {
    DATABASE
        .client()
        .deleteTable(
            request ->
                request.tableName(DATABASE.environmentOf("FaqFunction").get("QUESTIONS_TABLE")));

    assertThat(ask(NOT_ANSWERED).status()).isEqualTo(200);
    assertThat(search(NOT_ANSWERED).status()).isEqualTo(200);
  }

  @Test
  void entry_shouldHaveAPlainTextDescription_whenAnswerIsLong() throws IOException {
    Answer page = answer(request("GET", "/faqs/logo").routeKey("GET /faqs/{slug}"));

    assertThat(page.text())
        .containsPattern(
            "<meta name=\"description\" content=\"Yes, we do &amp; gladly\\. [^<>]{90,130}…\">");
  }

  static StarterFaq faq(String slug, String question) {
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

  private static void staffWrite(String slug, String expression, Object value) {
    AttributeValue attribute =
        value instanceof String text
            ? AttributeValue.fromL(List.of(AttributeValue.fromS(text)))
            : AttributeValue.fromN(value.toString());
    DATABASE
        .client()
        .updateItem(
            r ->
                r.tableName("FaqsTable")
                    .key(Map.of("slug", AttributeValue.fromS(slug)))
                    .updateExpression(expression)
                    .expressionAttributeValues(Map.of(":value", attribute)));
  }

  private static String token(Answer page) {
    Matcher token =
        Pattern.compile("name=\"token\" value=\"([0-9a-f-]{36})\"").matcher(page.text());
    assertThat(token.find()).isTrue();
    return token.group(1);
  }

  private Answer vote(String token, String helpful, String question) throws IOException {
    return answer(
        request("POST", "/faqs/logo/votes")
            .routeKey("POST /faqs/{slug}/votes")
            .form(Map.of("token", token, "helpful", helpful, "q", question)));
  }

  private List<VoteCount> votes() {
    return handler.getApplicationContext().getBean(VoteStore.class).counts(YearMonth.of(2026, 11));
  }

  private Answer get(String path, String route) throws IOException {
    return answer(request("GET", path).routeKey("GET " + route));
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
