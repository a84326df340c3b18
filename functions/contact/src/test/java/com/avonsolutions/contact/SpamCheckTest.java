package com.avonsolutions.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.contact.check.StandInService;
import com.avonsolutions.domain.counter.CounterStore;
import com.avonsolutions.sandbox.MutableClock;
import com.avonsolutions.sandbox.engine.SiteDatabase;
import com.avonsolutions.sandbox.event.Answer;
import com.avonsolutions.sandbox.event.EventBuilder;
import com.avonsolutions.sandbox.event.EventFixtures;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The verdicts on submissions, through the real handler. */
class SpamCheckTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  private static final String PITCH =
      "We are an SEO agency and can place your website on the first page of Google. Backlinks from"
          + " only $49, money back guarantee. Shall I send you the price list?";

  private final MutableClock clock = new MutableClock();
  private final SharedCounters counters = new SharedCounters();

  /** Counts exactly. With a table, a retry after a timeout may count an addition twice. */
  private static final class SharedCounters implements CounterStore {
    private final Map<String, Long> counts = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();

    @Override
    public long add(String counter, long more, Instant expiresAt) {
      return counts.merge(counter, more, Long::sum);
    }

    @Override
    public String getOrPut(String name, String proposal, Instant expiresAt) {
      return texts.computeIfAbsent(name, absent -> proposal);
    }
  }

  @Test
  void postContact_shouldAnswerAsUsual_whenTheTextIsSpam() throws IOException {
    Answer ordinary = post(handler(), form("Please call me."));
    Answer spam = post(handler(), form(PITCH));

    assertThat(spam.status()).isEqualTo(ordinary.status()).isEqualTo(303);
    assertThat(spam.header("location")).isEqualTo(ordinary.header("location"));
    Map<String, AttributeValue> lead = lead(PITCH);
    assertThat(text(lead, "state")).isEqualTo("QUARANTINED");
    assertThat(text(lead, "message")).isEqualTo(PITCH);
    assertThat(reasons(lead)).contains("offer:100", "link-trade:50");
    assertThat(text(lead("Please call me."), "state")).isEqualTo("RECEIVED");
    assertThat(reasons(lead("Please call me."))).isEmpty();
  }

  @Test
  void postContact_shouldExpireSpamSooner() throws IOException {
    SubmitLeadsHandler handler = handler();
    post(handler, form(PITCH));
    post(handler, form("Please call me."));

    assertThat(expiry(PITCH)).isEqualTo(clock.instant().plus(Duration.ofDays(60)));
    assertThat(expiry("Please call me.")).isEqualTo(clock.instant().plus(Duration.ofDays(730)));
  }

  @Test
  void postContact_shouldStoreNoPersonalDataInTheCounters() throws IOException {
    String message = "I saw what you did for the bakery next door. Can we talk about my shop?";
    post(new SubmitLeadsHandler(DATABASE.environmentOf("ContactFunction"), clock), form(message));

    String counted = DATABASE.client().scan(scan -> scan.tableName("CountersTable")).toString();
    assertThat(counted).contains("key#", "text#").doesNotContain("203.0.113", "Asha", "bakery");
  }

  @ParameterizedTest
  @CsvSource({"1, too-quick:60", "3, too-quick:30", "30, ''"})
  void postContact_shouldMeasureHowLongTheFormWasOpen(int seconds, String reason)
      throws IOException {
    SubmitLeadsHandler handler = handler();
    Map<String, String> form = form("Please call me.");
    form.put("formStamp", stamp(handler));
    clock.pass(Duration.ofSeconds(seconds));
    post(handler, form);

    assertThat(String.join(",", reasons(lead("Please call me.")))).isEqualTo(reason);
  }

  @Test
  void postContact_shouldSuspectAForgedStamp() throws IOException {
    Map<String, String> form = form("Please call me.");
    form.put("formStamp", "mhzz0000.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
    clock.set(Instant.ofEpochMilli(Long.parseLong("mhzz0000", 36)).plusSeconds(60));
    post(handler(), form);

    assertThat(reasons(lead("Please call me."))).containsExactly("stamp:30");
  }

  @Test
  void postLead_shouldCheckHeadersOfBrowsersOnly() throws IOException {
    SubmitLeadsHandler handler = handler();
    String body =
        "{\"name\":\"Asha\",\"phone\":\"9876543210\",\"consent\":true,\"message\":\"%s\"}";
    EventFixtures.answer(
        handler, EventBuilder.request("POST", "/api/leads").json(body.formatted("CRM")).build());
    EventFixtures.answer(
        handler,
        EventBuilder.request("POST", "/contact")
            .header("accept", "text/html")
            .header("user-agent", "python-requests/2.31")
            .form(form("robot"))
            .build());

    assertThat(reasons(lead("CRM"))).isEmpty();
    assertThat(reasons(lead("robot"))).containsExactly("headers:60");
  }

  @Test
  void postContact_shouldDetectTheSameTextFromSeveralPeople() throws IOException {
    SubmitLeadsHandler one = handler();
    SubmitLeadsHandler other = handler();
    String message = "I saw what you did for the bakery next door. Can we talk about my shop?";
    for (int i = 0; i < 3; i++) {
      Map<String, String> form = form(message);
      form.put("phone", "+91987654321" + i);
      form.put("name", "Person " + i);
      form.put("submissionKey", "key-" + i);
      post(i == 0 ? one : other, form);
    }

    assertThat(leads().stream().map(SpamCheckTest::reasons))
        .containsExactlyInAnyOrder(List.of(), List.of(), List.of("repeated:40"));
    assertThat(leads()).allMatch(lead -> text(lead, "state").equals("RECEIVED"));
  }

  @Test
  void postContact_shouldShowTheFormAgain_whenItsAddressSendsTooMany() throws IOException {
    SubmitLeadsHandler handler = handler(Map.of("FloodLimit", "5"));
    IntStream.range(0, 5)
        .forEach(i -> assertThat(postQuietly(handler, form("m" + i))).isEqualTo(303));

    Answer answer = post(handler, form("my words"));

    assertThat(answer.status()).isEqualTo(429);
    assertThat(Integer.parseInt(answer.header("retry-after").orElseThrow())).isBetween(1, 600);
    assertThat(Jsoup.parse(answer.text()).select("textarea").val()).isEqualTo("my words");
    assertThat(leads()).hasSize(5);
    assertThat(
            EventFixtures.answer(
                    handler,
                    EventBuilder.request("POST", "/api/leads")
                        .json("{\"name\":\"A\",\"phone\":\"9876543210\",\"consent\":true}")
                        .build())
                .json())
        .containsEntry("status", 429);
    assertThat(
            EventFixtures.answer(
                    handler,
                    browser("/contact").sourceIp("198.51.100.9").form(form("mine")).build())
                .status())
        .isEqualTo(303);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "turnstile | cf-turnstile-response | {'success':true,'hostname':'www.example.com'} | RECEIVED | ''",
        "turnstile | cf-turnstile-response | {'success':true,'hostname':'evil.example'} | RECEIVED | turnstile-hostname:60",
        "turnstile | cf-turnstile-response | {'success':true,'hostname':'www.example.com','action':'lead'} | RECEIVED | ''",
        "turnstile | cf-turnstile-response | {'success':true,'hostname':'www.example.com','action':'login'} | RECEIVED | turnstile-action:60",
        "turnstile | cf-turnstile-response | {'success':false,'error-codes':['invalid-input-response']} | QUARANTINED | turnstile-failed:100",
        "turnstile | cf-turnstile-response | {'success':false,'error-codes':['timeout-or-duplicate']} | RECEIVED | turnstile-expired:30",
        "turnstile | cf-turnstile-response | {'success':false,'error-codes':['invalid-input-secret']} | RECEIVED | turnstile-unchecked",
        "turnstile | cf-turnstile-response | not json | RECEIVED | turnstile-unchecked",
        "hcaptcha | h-captcha-response | {'success':true,'hostname':'www.example.com','score':0.1} | RECEIVED | ''",
        "hcaptcha | h-captcha-response | {'success':false,'error-codes':['invalid-or-already-seen-response']} | RECEIVED | hcaptcha-expired:30",
        "hcaptcha | h-captcha-response | {'success':false,'error-codes':['sitekey-secret-mismatch']} | RECEIVED | hcaptcha-unchecked",
        "recaptcha | g-recaptcha-response | {'success':true,'hostname':'www.example.com','score':0.9,'action':'lead'} | RECEIVED | ''",
        "recaptcha | g-recaptcha-response | {'success':true,'hostname':'www.example.com','score':0.2,'action':'lead'} | RECEIVED | recaptcha-score:60",
        "recaptcha | g-recaptcha-response | {'success':false} | QUARANTINED | recaptcha-failed:100"
      })
  void captcha_shouldAddToTheScore(
      String provider, String field, String answer, String state, String reason)
      throws IOException {
    try (StandInService service = new StandInService()) {
      service.says(answer.replace('\'', '"'));
      Map<String, String> form = form("Please call me.");
      form.put(field, "a-token");
      post(withCaptcha(provider, service), form);

      assertThat(text(lead("Please call me."), "state")).isEqualTo(state);
      assertThat(String.join(",", reasons(lead("Please call me.")))).isEqualTo(reason);
      assertThat(service.posted().get(0))
          .containsEntry("secret", "the-secret")
          .containsEntry("response", "a-token")
          .containsEntry("remoteip", "203.0.113.7")
          .containsEntry("(type)", "application/x-www-form-urlencoded; charset=utf-8");
      assertThat(service.posted().get(0).containsKey("idempotency_key"))
          .isEqualTo(provider.equals("turnstile"));
      assertThat(service.posted().get(0).containsKey("sitekey"))
          .isEqualTo(provider.equals("hcaptcha"));
    }
  }

  @Test
  void captcha_shouldKnowTheSitesOwnName_whenAProxyHidesIt() throws IOException {
    try (StandInService service = new StandInService()) {
      service.says("{\"success\":true,\"hostname\":\"site.example\"}");
      Map<String, String> form = form("Please call me.");
      form.put("cf-turnstile-response", "a-token");
      post(withCaptcha("turnstile", service, Map.of("SiteUrl", "https://site.example")), form);

      assertThat(reasons(lead("Please call me."))).isEmpty();
    }
  }

  @Test
  void captcha_shouldBeRetriedWithTheSameKey_afterAnInternalError() throws IOException {
    try (StandInService service = new StandInService()) {
      service
          .says("{\"success\":false,\"error-codes\":[\"internal-error\"]}")
          .says("{\"success\":true,\"hostname\":\"www.example.com\"}");
      Map<String, String> form = form("Please call me.");
      form.put("cf-turnstile-response", "a-token");
      post(withCaptcha("turnstile", service), form);

      assertThat(reasons(lead("Please call me."))).isEmpty();
      assertThat(service.posted()).extracting(sent -> sent.get("idempotency_key")).hasSize(2);
      assertThat(service.posted().get(1)).isEqualTo(service.posted().get(0));
    }
  }

  @Test
  void captcha_shouldNotBlockALead_whenItsServiceIsDown() throws IOException {
    try (StandInService service = new StandInService()) {
      service.says(500, "", Map.of());
      SubmitLeadsHandler handler = withCaptcha("turnstile", service);
      for (String message : List.of("one", "two")) {
        Map<String, String> form = form(message);
        form.put("cf-turnstile-response", "a-token");
        assertThat(post(handler, form).status()).isEqualTo(303);
        assertThat(reasons(lead(message))).containsExactly("turnstile-unchecked");
        assertThat(text(lead(message), "state")).isEqualTo("RECEIVED");
      }
      assertThat(service.posted()).hasSize(1);
    }
  }

  @Test
  void captcha_shouldNotBlockALead_withoutSecretOrToken() throws IOException {
    try (StandInService service = new StandInService()) {
      Map<String, String> environment = environment(Map.of("CaptchaProvider", "turnstile"));
      environment.put("CAPTCHA_ADDRESS", service.address().toString());
      environment.put("CAPTCHA_SECRET", "/avon/none");
      environment.put("SSM_ENDPOINT", "http://localhost:1");
      SubmitLeadsHandler handler = new SubmitLeadsHandler(environment, clock, counters);
      Map<String, String> form = form("with a token");
      form.put("cf-turnstile-response", "a-token");
      post(handler, form);
      post(handler, form("without one"));

      assertThat(reasons(lead("with a token"))).containsExactly("turnstile-unchecked");
      assertThat(reasons(lead("without one"))).containsExactly("turnstile-missing:30");
      assertThat(service.posted()).isEmpty();
    }
  }

  @Test
  void captcha_shouldNotBeCalled_whenOurOwnRulesCallItSpam() throws IOException {
    try (StandInService service = new StandInService()) {
      Map<String, String> form = form(PITCH);
      form.put("cf-turnstile-response", "a-token");
      post(withCaptcha("turnstile", service), form);

      assertThat(service.posted()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "200, false, '', RECEIVED, ''",
    "200, true, '', RECEIVED, akismet-spam:60",
    "200, true, discard, QUARANTINED, akismet-blatant:100",
    "200, invalid, '', RECEIVED, akismet-unchecked",
    "200, '', '', RECEIVED, akismet-unchecked",
    "500, true, '', RECEIVED, akismet-unchecked",
    "403, '', '', RECEIVED, akismet-unchecked"
  })
  void akismet_shouldAddToTheScore(int status, String body, String tip, String state, String reason)
      throws IOException {
    try (StandInService akismet = new StandInService()) {
      akismet.says(status, body, tip.isEmpty() ? Map.of() : Map.of("X-akismet-pro-tip", tip));
      Map<String, String> environment =
          environment(
              Map.of(
                  "AkismetMode", "test",
                  "SiteUrl", "https://www.example.com",
                  "LocalSecrets", "/avon/akismet/key=the-key"));
      environment.put("AKISMET_ADDRESS", akismet.address().resolve("/").toString());
      post(new SubmitLeadsHandler(environment, clock, counters), form("Please call me."));

      assertThat(text(lead("Please call me."), "state")).isEqualTo(state);
      assertThat(String.join(",", reasons(lead("Please call me.")))).isEqualTo(reason);
      assertThat(akismet.posted().get(0))
          .containsEntry("(path)", "/1.1/comment-check")
          .containsEntry("api_key", "the-key")
          .containsEntry("blog", "https://www.example.com")
          .containsEntry("user_ip", "203.0.113.7")
          .containsEntry("user_agent", "Mozilla/5.0 (Linux; Android 14) Chrome/130.0")
          .containsEntry("comment_type", "contact-form")
          .containsEntry("comment_author", "Asha Rao")
          .containsEntry("comment_author_email", "asha@example.com")
          .containsEntry("comment_content", "Please call me.")
          .containsEntry("is_test", "1");
    }
  }

  private SubmitLeadsHandler withCaptcha(String provider, StandInService service) {
    return withCaptcha(provider, service, Map.of());
  }

  private SubmitLeadsHandler withCaptcha(
      String provider, StandInService service, Map<String, String> others) {
    Map<String, String> parameters = new HashMap<>(others);
    parameters.put("CaptchaProvider", provider);
    parameters.put("CaptchaSiteKey", "10000000-ffff-ffff-ffff-000000000001");
    parameters.put("CaptchaAction", "lead");
    parameters.put("LocalSecrets", "/avon/captcha/secret=the-secret");
    Map<String, String> environment = environment(parameters);
    environment.put("CAPTCHA_ADDRESS", service.address().toString());
    return new SubmitLeadsHandler(environment, clock, counters);
  }

  private SubmitLeadsHandler handler() {
    return handler(Map.of());
  }

  private SubmitLeadsHandler handler(Map<String, String> parameters) {
    return new SubmitLeadsHandler(environment(parameters), clock, counters);
  }

  private static Map<String, String> environment(Map<String, String> parameters) {
    Map<String, String> environment =
        new HashMap<>(DATABASE.environmentOf("ContactFunction", parameters));
    environment.remove("COUNTERS_TABLE");
    return environment;
  }

  private static Map<String, String> form(String message) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("name", "Asha Rao");
    form.put("phone", "098765 43210");
    form.put("email", "asha@example.com");
    form.put("message", message);
    form.put("consent", "yes");
    return form;
  }

  private static EventBuilder browser(String path) {
    return EventBuilder.request("POST", path)
        .header("host", "www.example.com")
        .header("origin", "https://www.example.com")
        .header("accept", "text/html")
        .header("accept-language", "hi-IN,hi;q=0.9,en;q=0.8")
        .header("user-agent", "Mozilla/5.0 (Linux; Android 14) Chrome/130.0");
  }

  private static Answer post(SubmitLeadsHandler handler, Map<String, String> form)
      throws IOException {
    return EventFixtures.answer(handler, browser("/contact").form(form).build());
  }

  private static int postQuietly(SubmitLeadsHandler handler, Map<String, String> form) {
    try {
      return post(handler, form).status();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String stamp(SubmitLeadsHandler handler) throws IOException {
    Answer page = EventFixtures.answer(handler, EventBuilder.request("GET", "/contact").build());
    Element field = Jsoup.parse(page.text()).selectFirst("[name=formStamp]");
    return Optional.ofNullable(field).map(Element::val).orElse("");
  }

  private static List<Map<String, AttributeValue>> leads() {
    return DATABASE.client().scanPaginator(scan -> scan.tableName("LeadsTable")).items().stream()
        .filter(item -> item.containsKey("name"))
        .toList();
  }

  private static Map<String, AttributeValue> lead(String message) {
    return leads().stream()
        .filter(lead -> text(lead, "message").equals(message))
        .findFirst()
        .orElseThrow();
  }

  private static String text(Map<String, AttributeValue> item, String name) {
    return Objects.requireNonNull(item.get(name), name).s();
  }

  private static List<String> reasons(Map<String, AttributeValue> lead) {
    return Objects.requireNonNull(Objects.requireNonNull(lead.get("spam")).m().get("reasons"))
        .l()
        .stream()
        .map(AttributeValue::s)
        .toList();
  }

  private static Instant expiry(String message) {
    return Instant.ofEpochSecond(
        Long.parseLong(Objects.requireNonNull(lead(message).get("expiresAt")).n()));
  }
}
