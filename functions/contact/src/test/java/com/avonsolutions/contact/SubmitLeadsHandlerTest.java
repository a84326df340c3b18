package com.avonsolutions.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.avonsolutions.domain.lead.Attribution;
import com.avonsolutions.domain.lead.LeadField;
import com.avonsolutions.sandbox.engine.SiteDatabase;
import com.avonsolutions.sandbox.event.Answer;
import com.avonsolutions.sandbox.event.EventBuilder;
import com.avonsolutions.sandbox.event.EventFixtures;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class SubmitLeadsHandlerTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  private static final String ORIGIN = "https://offers.example.com";

  @SuppressWarnings("NullAway.Init") // set before any test runs
  private static SubmitLeadsHandler handler;

  @BeforeAll
  static void start() {
    handler =
        new SubmitLeadsHandler(
            DATABASE.environmentOf("ContactFunction", Map.of("AllowedOrigins", ORIGIN)));
  }

  @Test
  void postContact_shouldStoreEveryField() throws IOException {
    Map<String, String> form = form();
    form.put("utm_source", "google");
    form.put("gclid", "abc123");
    LeadField.PLAIN.forEach(field -> form.put(field.code(), "The " + field.noun()));
    form.put("page", "https://www.example.com/contact?utm_source=google");

    Answer answer = post("/contact", form);

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("location")).contains("/contact/thanks");
    Map<String, AttributeValue> lead = onlyLead();
    assertThat(attribute(lead, "name").s()).isEqualTo("Asha Rao");
    assertThat(attribute(lead, "phone").s()).isEqualTo("+919876543210");
    assertThat(attribute(lead, "phoneTyped").s()).isEqualTo("098765 43210");
    assertThat(attribute(lead, "email").s()).isEqualTo("Asha@Example.com");
    assertThat(attribute(lead, "message").s()).isEqualTo("First line\nSecond line");
    assertThat(attribute(lead, "service").s()).isEqualTo("search");
    for (LeadField field : LeadField.PLAIN) {
      assertThat(attribute(lead, field.code()).s()).isEqualTo("The " + field.noun());
    }
    assertThat(attribute(lead, "state").s()).isEqualTo("RECEIVED");
    assertThat(attribute(lead, "consentVersion").s()).isEqualTo("2026-11");
    assertThat(attribute(lead, "lastTouch").m())
        .containsEntry("utm_source", AttributeValue.fromS("google"))
        .containsEntry("gclid", AttributeValue.fromS("abc123"));
    assertThat(lead).containsKeys("emailHash", "phoneHash", "dayShard", "stateShard", "expiresAt");
  }

  /** A submission that is repeated after a deployment is still the same one. */
  @Test
  void postContact_shouldKeepTheIdentityOfEarlierVersions() throws IOException {
    Map<String, String> full = form();
    full.put("company", "Rao Clinic");
    post("/contact", full);
    postJson("key-1", "{\"name\":\"Asha\",\"phone\":\"9876543210\",\"consent\":true}");

    assertThat(identities())
        .containsExactlyInAnyOrder(
            "submission#cfe958f0a4227e1070ee66169d7dd70554972be64270f44bbdf0eea0a092f840"
                + " d54a32a7d0a9e37f975b25ba173f29ed238cd66e74f6d6142ecdc90907c271e5",
            "submission#18b06ddfa96762290672a9d3562805079713551c4fb0b75bfdf67b81bf5e9b2d"
                + " 8d69eb1f726b51a729e9a040347cd3a0b25d47474e336b3965e5d520540fc0a8");
  }

  @Test
  void postContact_shouldStoreOneLead_whenTheButtonIsPressedTwice() throws IOException {
    post("/contact", form());
    Answer second = post("/contact", form());

    assertThat(second.status()).isEqualTo(303);
    assertThat(leads()).hasSize(1);
  }

  @Test
  void postContact_shouldStoreAnotherLead_whenTheVisitorGoesBackAndChangesTheText()
      throws IOException {
    post("/contact", form());
    Map<String, String> changed = form();
    changed.put("message", "I forgot to say: only on Mondays.");
    post("/contact", changed);

    assertThat(leads()).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("plainFields")
  void postContact_shouldStoreAnotherLead_whenAPlainFieldChanges(LeadField field)
      throws IOException {
    post("/contact", form());
    Map<String, String> changed = form();
    changed.put(field.code(), "Pune");
    post("/contact", changed);

    assertThat(leads()).hasSize(2);
  }

  @ParameterizedTest
  @MethodSource("plainFields")
  void postLeads_shouldNameTheField_whenAPlainFieldIsTooLong(LeadField field) throws IOException {
    String body = "{\"name\":\"Asha\",\"phone\":\"9876543210\",\"consent\":true,\"%s\":\"%s\"}";

    Answer longest = postJson("1", body.formatted(field.code(), "x".repeat(field.maxLength())));
    Answer longer = postJson("2", body.formatted(field.code(), "x".repeat(field.maxLength() + 1)));

    assertThat(longest.status()).isEqualTo(201);
    assertThat(longer.status()).isEqualTo(422);
    assertThat(longer.text())
        .contains("\"field\":\"" + field.code(), "under " + field.maxLength() + " characters");
  }

  @Test
  void getContact_shouldLimitEachFieldAsTheCheckDoes() throws IOException {
    Document page = Jsoup.parse(answer(EventBuilder.request("GET", "/contact")).text());

    assertThat(page.select("[maxlength]"))
        .hasSize(4 + LeadField.PLAIN.size())
        .allSatisfy(
            input ->
                assertThat(LeadField.of(input.attr("name")).map(LeadField::maxLength))
                    .contains(Integer.valueOf(input.attr("maxlength"))));
  }

  private static List<LeadField> plainFields() {
    return LeadField.PLAIN;
  }

  @Test
  void postContact_shouldStoreOneLead_whenTheFormHasNoKeyAndIsPressedTwice() throws IOException {
    Map<String, String> form = form();
    form.put("submissionKey", "");
    post("/contact", form);
    post("/contact", form);

    assertThat(leads()).hasSize(1);
  }

  @Test
  void postContact_shouldQuarantine_whenTheHoneypotIsFilled() throws IOException {
    Map<String, String> form = form();
    form.put("website", "http://spam.example");

    assertThat(post("/contact", form).header("location")).contains("/contact/thanks");
    assertThat(attribute(onlyLead(), "state").s()).isEqualTo("QUARANTINED");
  }

  @Test
  void postContact_shouldShowTheFormAgainWithEverythingTyped_afterAMistake() throws IOException {
    Map<String, String> form = form();
    form.put("phone", "12");
    form.put("email", "");
    form.put("message", "\"quotes\" & <markup> 'n' हिन्दी");
    form.put("utm_campaign", "diwali");

    Answer answer = post("/contact", form);

    assertThat(answer.status()).isEqualTo(422);
    Document page = Jsoup.parse(answer.text());
    assertThat(page.select("#errors a").eachAttr("href")).containsExactly("#phone");
    assertThat(page.select("#phone").attr("aria-invalid")).isEqualTo("true");
    assertThat(page.select("[name=name]").val()).isEqualTo("Asha Rao");
    assertThat(page.select("[name=phone]").val()).isEqualTo("12");
    assertThat(page.select("textarea").val()).isEqualTo("\"quotes\" & <markup> 'n' हिन्दी");
    assertThat(page.select("[name=service] [selected]").val()).isEqualTo("search");
    assertThat(page.select("[name=consent]").hasAttr("checked")).isTrue();
    assertThat(page.select("[name=submissionKey]").val()).isEqualTo("form-key-1");
    assertThat(page.select("[name=utm_campaign]").val()).isEqualTo("diwali");
    assertThat(leads()).isEmpty();
  }

  @Test
  void postContact_shouldShowTheTextAgain_whenItIsAMegabyteLong() throws IOException {
    Map<String, String> form = form();
    form.put("message", "a".repeat(1_000_000));

    Answer answer = post("/contact", form);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(Jsoup.parse(answer.text()).select("textarea").val()).hasSize(1_000_000);
  }

  @Test
  void postContact_shouldBeTooLarge_whenItIsThreeMegabytesLong() throws IOException {
    Map<String, String> form = form();
    form.put("message", "a".repeat(3_000_000));

    assertThat(post("/contact", form).status()).isEqualTo(413);
  }

  @Test
  void postContact_shouldCutOrDropHiddenFields_whenTheyAreInvalid() throws IOException {
    Map<String, String> form = form();
    form.put("utm_source", "x".repeat(5000));
    form.put("gclid", "\u0007");
    form.put("page", "y".repeat(5000));

    assertThat(post("/contact", form).status()).isEqualTo(303);
    Map<String, AttributeValue> lead = onlyLead();
    assertThat(attribute(attribute(lead, "lastTouch").m(), "utm_source").s()).hasSize(500);
    assertThat(attribute(lead, "lastTouch").m()).doesNotContainKey("gclid");
    assertThat(attribute(lead, "page").s()).hasSize(500);
  }

  @Test
  void postLead_shouldReturnTheSameAnswer_whenTheKeyIsRepeated() throws IOException {
    Answer first =
        postJson("key-1", "{\"name\":\"Asha\",\"phone\":\"9876543210\",\"consent\":true}");
    Answer again =
        postJson("key-1", "{\"consent\":true,\"phone\":\"9876543210\",\"name\":\"Asha\"}");

    assertThat(first.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(leads()).hasSize(1);
    assertThat(attribute(onlyLead(), "id").s()).isEqualTo(first.json().get("id"));
  }

  @Test
  void postLead_shouldBeRejectedAndKeptOnce_whenTheKeyHasAnotherContent() throws IOException {
    postJson("key-1", "{\"name\":\"Asha\",\"phone\":\"9876543210\",\"consent\":true}");
    String another = "{\"name\":\"Ravi\",\"phone\":\"9876543211\",\"consent\":true}";
    postJson("key-1", another);
    Answer other = postJson("key-1", another);

    assertThat(other.status()).isEqualTo(422);
    assertThat(other.header("content-type")).contains("application/problem+json");
    assertThat(leads())
        .extracting(lead -> attribute(lead, "name").s(), lead -> attribute(lead, "state").s())
        .containsExactlyInAnyOrder(tuple("Asha", "RECEIVED"), tuple("Ravi", "QUARANTINED"));
  }

  @Test
  void postLead_shouldStoreOneLead_whenCopiesArriveAtOnce() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      Callable<Object> press =
          () ->
              postJson("key-1", "{\"name\":\"Asha\",\"phone\":\"9876543210\",\"consent\":true}")
                  .json()
                  .get("id");
      List<Future<Object>> answers =
          pool.invokeAll(IntStream.range(0, 16).mapToObj(i -> press).toList());

      List<Object> ids = answers.stream().map(SubmitLeadsHandlerTest::get).distinct().toList();
      assertThat(ids).hasSize(1);
      assertThat(leads()).hasSize(1);
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void postLead_shouldHaveCorsHeaders_whenTheOriginIsAllowed() throws IOException {
    Answer answer =
        answer(
            EventBuilder.request("POST", "/api/leads")
                .header("origin", ORIGIN)
                .json("{\"name\":\"\"}"));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.header("access-control-allow-origin")).contains(ORIGIN);
    assertThat(answer.header("vary").orElse("")).contains("origin");
  }

  @Test
  void preflight_shouldNameMethodsAndHeaders_whenTheOriginIsAllowed() throws IOException {
    Answer answer =
        answer(
            EventBuilder.request("OPTIONS", "/api/leads")
                .header("origin", ORIGIN)
                .header("access-control-request-method", "POST"));

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header("access-control-allow-origin")).contains(ORIGIN);
    assertThat(answer.header("access-control-allow-methods").orElse("")).contains("POST");
    assertThat(answer.header("access-control-allow-headers").orElse(""))
        .contains("content-type", "idempotency-key");
  }

  @Test
  void getContact_shouldHaveANewKeyForEveryVisitor() throws IOException {
    String first = keyOf(answer(EventBuilder.request("GET", "/contact")));
    String second = keyOf(answer(EventBuilder.request("GET", "/contact")));

    assertThat(first).isNotBlank().isNotEqualTo(second);
  }

  @Test
  void getContact_shouldShowTheForm_whenOtherFieldsOfTheQueryAreMalformed() throws IOException {
    Answer answer =
        answer(
            EventBuilder.request(
                "GET", "/contact?utm_source=a&utm_source=b&kw=%zz&message=Call+me"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(Jsoup.parse(answer.text()).select("textarea").val()).isEqualTo("Call me");
  }

  @Test
  void getContact_shouldPutTheCampaignIntoHiddenFields() throws IOException {
    Answer answer =
        answer(EventBuilder.request("GET", "/contact?utm_source=google&gclid=abc&fbclid=%zz"));

    Document page = Jsoup.parse(answer.text());
    assertThat(page.select("[name=utm_source]").val()).isEqualTo("google");
    assertThat(page.select("[name=gclid]").val()).isEqualTo("abc");
    assertThat(page.select("[name=fbclid]").val()).isEmpty();
  }

  @Test
  void contact_shouldKeepEveryCampaignField_whenThereIsNoScript() throws IOException {
    String query =
        Attribution.CAMPAIGN.stream()
            .map(name -> name + "=value-of-" + name)
            .collect(Collectors.joining("&"));
    Document page = Jsoup.parse(answer(EventBuilder.request("GET", "/contact?" + query)).text());
    Map<String, String> form = form();
    for (Element hidden : page.select("form [type=hidden]")) {
      form.put(hidden.attr("name"), hidden.val());
    }

    post("/contact", form);

    assertThat(attribute(onlyLead(), "lastTouch").m())
        .containsOnlyKeys(Attribution.CAMPAIGN)
        .containsEntry("li_fat_id", AttributeValue.fromS("value-of-li_fat_id"))
        .containsEntry("ttclid", AttributeValue.fromS("value-of-ttclid"));
  }

  @Test
  void postContact_shouldStripInvisibleCharactersAroundTheAddress() throws IOException {
    Map<String, String> form = form();
    form.put("email", "\u00a0asha@example.com\u200b\u00a0");
    post("/contact", form);

    assertThat(attribute(onlyLead(), "email").s()).isEqualTo("asha@example.com");
  }

  @Test
  void postContact_shouldRejectAnAddress_withInvisibleCharactersInside() throws IOException {
    for (String email : List.of("a\u0000b@example.com", "a b@example.com", "a@exa\u00a0mple.com")) {
      Map<String, String> form = form();
      form.put("email", email);

      assertThat(post("/contact", form).status()).as(email).isEqualTo(422);
    }
    assertThat(leads()).isEmpty();
  }

  @Test
  void postContact_shouldTakeAwayWhatNobodySees_insideTheAddress() throws IOException {
    Map<String, String> form = form();
    form.put("email", "asha\u200b@example.com,");
    post("/contact", form);

    assertThat(attribute(onlyLead(), "email").s()).isEqualTo("asha@example.com");
  }

  @Test
  void postContact_shouldAskForASlipOnItsThanks_andStoreTheLead() throws IOException {
    Map<String, String> form = form();
    form.put("email", "asha@gamil.com");
    String thanks = post("/contact", form).header("location").orElseThrow();

    assertThat(attribute(onlyLead(), "email").s()).isEqualTo("asha@gamil.com");
    assertThat(thanks).isEqualTo("/contact/thanks?meant=gmail.com");
    assertThat(answer(EventBuilder.request("GET", thanks)).text()).contains("@gmail.com");
    assertThat(answer(EventBuilder.request("GET", "/contact/thanks?meant=evil.example")).text())
        .doesNotContain("evil.example", "e-mail address once more");
  }

  @Test
  void postLead_shouldNameTheAddressThatIsProbablyMeant() throws IOException {
    Answer answer =
        answer(
            EventBuilder.request("POST", "/api/leads")
                .json("{\"name\":\"Asha\",\"email\":\"asha@hotmial.com\",\"consent\":true}"));

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.json()).containsEntry("didYouMean", Map.of("email", "asha@hotmail.com"));
  }

  @Test
  void postLead_shouldReceive_whenTheTrapIsNotTicked() throws IOException {
    answer(
        EventBuilder.request("POST", "/api/leads")
            .json(
                "{\"name\":\"Asha\",\"phone\":\"9876543210\",\"consent\":true,\"website\":false}"));

    assertThat(attribute(onlyLead(), "state").s()).isEqualTo("RECEIVED");
  }

  @Test
  void postContact_shouldNameTheField_whenItHoldsAFile() throws IOException {
    Answer answer =
        answer(
            EventBuilder.request("POST", "/contact")
                .header("accept", "text/html")
                .multipart("cv", "cv.pdf", "application/pdf", new byte[] {1, 2, 3}));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(Jsoup.parse(answer.text()).select("main").text())
        .contains("cv: This form takes no files.");
  }

  @Test
  void getContact_shouldBeABadRequest_whenTheMessageIsMalformed() throws IOException {
    assertThat(answer(EventBuilder.request("GET", "/contact?message=%zz")).status()).isEqualTo(400);
  }

  private static String keyOf(Answer answer) {
    Element field = Jsoup.parse(answer.text()).selectFirst("[name=submissionKey]");
    return Optional.ofNullable(field).map(Element::val).orElse("");
  }

  private static Object get(Future<Object> future) {
    try {
      return future.get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static Map<String, String> form() {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("name", "Asha Rao");
    form.put("phone", "098765 43210");
    form.put("email", "Asha@Example.com");
    form.put("service", "search");
    form.put("message", "First line\r\nSecond line");
    form.put("consent", "yes");
    form.put("consentVersion", "2026-11");
    form.put("submissionKey", "form-key-1");
    form.put("source", "site");
    return form;
  }

  private static Answer post(String path, Map<String, String> form) throws IOException {
    return answer(EventBuilder.request("POST", path).header("accept", "text/html").form(form));
  }

  private static Answer postJson(String key, String body) throws IOException {
    return answer(
        EventBuilder.request("POST", "/api/leads").header("idempotency-key", key).json(body));
  }

  private static Answer answer(EventBuilder event) throws IOException {
    return EventFixtures.answer(handler, event.build());
  }

  private static AttributeValue attribute(Map<String, AttributeValue> item, String name) {
    return Objects.requireNonNull(item.get(name), name);
  }

  private static Map<String, AttributeValue> onlyLead() {
    assertThat(leads()).hasSize(1);
    return leads().get(0);
  }

  private static List<String> identities() {
    return DATABASE.client().scanPaginator(scan -> scan.tableName("LeadsTable")).items().stream()
        .filter(item -> item.containsKey("contentHash"))
        .map(item -> attribute(item, "id").s() + " " + attribute(item, "contentHash").s())
        .toList();
  }

  private static List<Map<String, AttributeValue>> leads() {
    return DATABASE.client().scanPaginator(scan -> scan.tableName("LeadsTable")).items().stream()
        .filter(item -> item.containsKey("name"))
        .collect(Collectors.toList());
  }
}
