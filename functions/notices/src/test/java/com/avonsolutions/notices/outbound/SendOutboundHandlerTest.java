package com.avonsolutions.notices.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.deliveries.Attempt;
import com.avonsolutions.deliveries.Channel;
import com.avonsolutions.deliveries.ChannelHealth;
import com.avonsolutions.deliveries.ChannelKind;
import com.avonsolutions.deliveries.Delivery;
import com.avonsolutions.deliveries.DeliveryState;
import com.avonsolutions.deliveries.NoticeEvent;
import com.avonsolutions.domain.lead.Enquiry;
import com.avonsolutions.domain.lead.Lead;
import com.avonsolutions.domain.lead.LeadStore;
import com.avonsolutions.domain.secret.StandardWebhooks;
import com.avonsolutions.notices.NoticesFixture;
import com.avonsolutions.sandbox.engine.SiteDatabase;
import com.avonsolutions.sandbox.standin.SampleSources;
import com.avonsolutions.sandbox.standin.SentMail;
import com.avonsolutions.sandbox.standin.StandInReply;
import com.avonsolutions.sandbox.standin.StandInRequest;
import com.avonsolutions.sandbox.standin.StandInServer;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SendOutboundHandlerTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  private static final String SECRET = "/avon/channels/sample";

  private static final List<StandInRequest> REQUESTS = new CopyOnWriteArrayList<>();
  private static final Queue<StandInReply> REPLIES = new ConcurrentLinkedQueue<>();

  @SuppressWarnings("NullAway.Init") // set before any test runs
  private static StandInServer receiver;

  @SuppressWarnings("NullAway.Init") // set before any test runs
  private static NoticesFixture notices;

  @BeforeAll
  static void start() {
    receiver =
        new StandInServer(
            request -> {
              REQUESTS.add(request);
              return Optional.ofNullable(REPLIES.poll()).orElseGet(() -> status(200));
            });
    notices = started(Map.of());
  }

  private static NoticesFixture started(Map<String, String> parameters) {
    Map<String, String> all = new HashMap<>(parameters);
    all.put("OutboundAllow", "localhost:" + receiver.port());
    return new NoticesFixture(DATABASE, NoticesFixture.STAFF, all);
  }

  @AfterAll
  static void stop() {
    receiver.close();
    notices.close();
  }

  @BeforeEach
  void reset() {
    REQUESTS.clear();
    REPLIES.clear();
    notices.reset();
  }

  @Test
  void webhook_shouldBeSignedAndTellEverything() throws IOException {
    Lead lead = notices.store(notices.lead());

    Delivery delivery = sent(lead, webhook());

    assertThat(delivery.state()).isEqualTo(DeliveryState.DELIVERED);
    StandInRequest request = REQUESTS.get(0);
    assertThat(request.header("webhook-id")).contains(delivery.id());
    assertThat(request.header("idempotency-key")).contains(delivery.id());
    assertThat(request.header("content-type")).contains("application/json; charset=utf-8");
    assertThat(request.header("user-agent")).contains("AvonNotices/1");
    assertSigned(request, SampleSources.CHANNEL_SECRET);
    Map<String, Object> body = JSON.std.mapFrom(request.body());
    assertThat(body)
        .containsEntry("type", "lead.created")
        .containsEntry("timestamp", lead.receivedAt().toString());
    assertThat(object(body, "data"))
        .containsEntry("id", lead.id())
        .containsEntry("state", "RECEIVED")
        .containsEntry("source", "google-ads")
        .containsEntry("form", "diwali")
        .containsEntry("page", "/contact")
        .containsEntry("providerId", "provider-1")
        .containsEntry("cut", List.of())
        .containsKeys("submittedAt", "receivedAt", "code");
    assertThat(object(body, "data", "person"))
        .containsEntry("name", "आशा शर्मा")
        .containsEntry("phone", "+919876543210")
        .containsEntry("phoneTyped", "98765 43210")
        .containsEntry("otherPhone", "+912226543210")
        .containsEntry("email", "asha@example.in")
        .containsEntry("company", "Asha Textiles")
        .containsEntry("doNotCall", false);
    assertThat(object(body, "data", "enquiry"))
        .containsEntry("service", "ads")
        .containsEntry("more", Map.of("Budget", "50k"));
    assertThat(object(body, "data", "touch"))
        .containsEntry("first", Map.of("utm_source", "google"))
        .containsEntry("last", Map.of("gclid", "click-1"));
    assertThat(object(body, "data", "consent"))
        .containsEntry("version", "2026-11")
        .containsEntry("language", null)
        .containsEntry("purposes", List.of("answer-enquiry"));
  }

  @Test
  void webhook_shouldTellOnlyTheFieldsThatItsChannelAsksFor() throws IOException {
    sent(notices.store(notices.lead()), channel(ChannelKind.WEBHOOK, Set.of("enquiry"), true));

    Map<String, Object> body = JSON.std.mapFrom(REQUESTS.get(0).body());
    assertThat(object(body, "data")).containsKey("person").containsEntry("source", null);
    assertThat(object(body, "data").get("person")).isNull();
    assertThat(object(body, "data", "enquiry")).containsEntry("service", "ads");
  }

  @Test
  void webhook_shouldBeCut_whenTheLeadIsLong() throws IOException {
    Map<String, String> more = new HashMap<>();
    IntStream.range(0, 40).forEach(i -> more.put("Question " + i, "क".repeat(400)));
    Lead lead = notices.lead();
    sent(
        notices.store(
            lead.withEnquiry(new Enquiry(Optional.empty(), Optional.of("क".repeat(5_000)), more))),
        webhook());

    byte[] body = REQUESTS.get(0).body();
    assertThat(body.length).isLessThan(20_000);
    assertThat(object(JSON.std.mapFrom(body), "data").get("cut"))
        .isEqualTo(List.of("message", "more"));
  }

  @Test
  void webhook_shouldComeAgainWithTheSameId_andAnotherTimestamp() {
    REPLIES.add(status(500));
    REPLIES.add(status(500));
    String id = notices.plan(notices.store(notices.lead()), load(webhook())).get(0);
    notices.work();
    notices.clock.pass(Duration.ofSeconds(10));
    notices.work();
    notices.clock.pass(Duration.ofMinutes(7));
    notices.work();

    assertThat(REQUESTS).hasSize(3);
    assertThat(REQUESTS).extracting(r -> r.header("webhook-id")).containsOnly(Optional.of(id));
    assertThat(REQUESTS).extracting(r -> r.header("webhook-timestamp")).doesNotHaveDuplicates();
    REQUESTS.forEach(request -> assertSigned(request, SampleSources.CHANNEL_SECRET));
    assertThat(notices.find(id).log())
        .extracting(Attempt::outcome)
        .containsExactly("HTTP_500", "HTTP_500", "HTTP_200");
  }

  @Test
  void webhook_shouldCarryTwoSignatures_whileItsSecretChanges() {
    try (NoticesFixture rotating =
        started(
            Map.of(
                "LocalSecrets",
                SECRET
                    + "=whsec_bmV3IG5ldyBuZXcgbmV3IG5ldyBuZXc= "
                    + SampleSources.CHANNEL_SECRET))) {
      rotating.load(webhook());
      rotating.plan(rotating.store(rotating.lead()), webhook());
      rotating.work();
    }

    assertSigned(REQUESTS.get(0), "whsec_bmV3IG5ldyBuZXcgbmV3IG5ldyBuZXc=");
    assertSigned(REQUESTS.get(0), SampleSources.CHANNEL_SECRET);
  }

  @Test
  void webhook_shouldNotBeSentUnsigned_whenItsSecretCannotBeRead() {
    Channel unreadable =
        new Channel(
            "crm",
            ChannelKind.WEBHOOK,
            List.of(),
            Optional.of(url()),
            Optional.of("/avon/channels/missing"),
            Set.of(NoticeEvent.values()),
            Set.of(),
            Set.of(),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            true,
            true);

    Delivery delivery = sent(notices.store(notices.lead()), unreadable);

    assertThat(REQUESTS).isEmpty();
    assertThat(delivery.state()).isEqualTo(DeliveryState.RETRY);
    assertThat(delivery.log()).extracting(Attempt::outcome).containsExactly("SECRET");
    assertThat(notices.ses.mails())
        .extracting(SentMail::subject)
        .anyMatch(subject -> subject.startsWith("A channel of notices is failing"));
  }

  @ParameterizedTest
  @CsvSource({
    "201, DELIVERED, 0",
    "204, DELIVERED, 0",
    "301, RETRY, 1",
    "302, RETRY, 1",
    "400, RETRY, 1",
    "404, RETRY, 1",
    "429, RETRY, 1",
    "500, RETRY, 1",
    "503, RETRY, 1"
  })
  void status_shouldDecideWhatFollows(int status, DeliveryState state, int failures) {
    REPLIES.add(status(status).with("location", "http://169.254.169.254/latest/meta-data"));

    Delivery delivery = sent(notices.store(notices.lead()), webhook());

    assertThat(delivery.state()).isEqualTo(state);
    assertThat(delivery.log()).extracting(Attempt::outcome).containsExactly("HTTP_" + status);
    assertThat(REQUESTS).hasSize(1);
    assertThat(notices.deliveries().health("crm").failures()).isEqualTo(failures);
  }

  @Test
  void channel_shouldBeDisabledAtOnce_whenTheReceiverIsGone_andSendWhatWasHeldOnceResumed() {
    REPLIES.add(status(410));

    Delivery delivery = sent(notices.store(notices.lead()), webhook());

    assertThat(delivery.state()).isEqualTo(DeliveryState.HELD);
    assertThat(notices.deliveries().health("crm").reason()).contains(ChannelHealth.GONE);
    assertThat(notices.ses.mails())
        .extracting(SentMail::subject)
        .anyMatch(subject -> subject.startsWith("A channel of notices is disabled"));

    ChannelHealth health = notices.deliveries().health("crm");
    notices.deliveries().update("crm", health, health.resumed());
    notices.deliveries().replay(delivery.id(), notices.clock.instant());
    notices.nudge(delivery);
    notices.work();
    assertThat(notices.find(delivery.id()).state()).isEqualTo(DeliveryState.DELIVERED);
  }

  @ParameterizedTest
  @CsvSource({
    "120, 120",
    "99999999, 86400",
    "in 300 s, 300",
    "-1, 5",
    "garbage, 5",
    "in -900 s, 5"
  })
  void retryAfter_shouldMakeTheWaitLonger(String header, long seconds) {
    // The channel is loaded half a minute before.
    String value =
        header.startsWith("in ")
            ? DateTimeFormatter.RFC_1123_DATE_TIME.format(
                notices
                    .clock
                    .instant()
                    .plusSeconds(31 + Long.parseLong(header.split(" ", -1)[1]))
                    .atZone(ZoneOffset.UTC))
            : header;
    REPLIES.add(status(503).with("retry-after", value));

    Delivery delivery = sent(notices.store(notices.lead()), webhook());

    Duration wait =
        Duration.between(notices.clock.instant(), delivery.nextAttemptAt().orElseThrow());
    // Waits of our own vary by a fifth, and the attempt took some milliseconds.
    assertThat(wait.toMillis()).isBetween(seconds * 800, seconds * 1_000 + 3_000);
  }

  @Test
  void receiver_shouldBeAskedAFewTimesInTenMinutes_whenItIsDead() {
    load(webhook());
    List<Delivery> waiting =
        IntStream.range(0, 45)
            .mapToObj(
                i -> notices.find(notices.plan(notices.store(notices.lead()), webhook()).get(0)))
            .toList();
    IntStream.range(0, 500).forEach(i -> REPLIES.add(status(500)));
    for (int second = 0; second < 600; second += 30) {
      notices.work();
      notices.clock.pass(Duration.ofSeconds(30));
      notices
          .deliveries()
          .due(notices.clock.instant(), 1_000)
          .forEach(due -> notices.sqs.send("OutboundQueue", due.id()));
    }

    assertThat(REQUESTS).hasSizeLessThanOrEqualTo(40);
    assertThat(waiting).hasSize(45);
    assertThat(new HashSet<>(REQUESTS.stream().map(r -> r.header("webhook-id")).toList()))
        .hasSizeLessThan(40);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1/hook",
        "http://example.com/hook",
        "https://user:secret@example.com/hook",
        "https://example.com:8443/hook",
        "https://localhost/hook",
        "https://2130706433/",
        "file:///etc/passwd"
      })
  void address_shouldNotBeAsked_whenItIsNotPublic(String url) {
    Delivery delivery = sent(notices.store(notices.lead()), channel(ChannelKind.WEBHOOK, url));

    assertThat(delivery.log()).extracting(Attempt::outcome).containsExactly("REFUSED_ADDRESS");
    assertThat(REQUESTS).isEmpty();
  }

  @Test
  void answer_shouldNotBeRead_whateverItIs() {
    REPLIES.add(StandInReply.of(200, "text/plain", new byte[200_000]).endless());

    assertThat(sent(notices.store(notices.lead()), webhook()).state())
        .isEqualTo(DeliveryState.DELIVERED);
  }

  @Test
  void answer_shouldBeWaitedForOnlySoLong() {
    REPLIES.add(StandInReply.never());

    assertThat(sent(notices.store(notices.lead()), webhook()).log())
        .extracting(Attempt::outcome)
        .containsExactly("TIMEOUT");
  }

  @Test
  void erasedLead_shouldBeToldByItsIdAlone() throws IOException {
    Lead lead = notices.store(notices.lead());
    notices.bean(LeadStore.class).erase(lead.id());
    load(webhook());
    notices.plan(
        Delivery.planned(
            NoticeEvent.LEAD_ERASED,
            Delivery.ofLead(lead.id()),
            webhook(),
            Delivery.ONLY,
            notices.clock.instant(),
            notices.clock.instant(),
            notices.clock.instant()));
    notices.work();

    assertThat(JSON.std.mapFrom(REQUESTS.get(0).body())).containsEntry("type", "lead.erased");
    assertThat(object(JSON.std.mapFrom(REQUESTS.get(0).body()), "data"))
        .containsOnlyKeys("id", "code")
        .containsEntry("id", lead.id());
  }

  @ParameterizedTest
  @EnumSource(
      value = ChannelKind.class,
      names = {"SLACK", "GOOGLE_CHAT", "TEAMS"})
  void chat_shouldShowWhatAPhoneShows_andItsCodeAloneWithoutDetails(ChannelKind kind)
      throws IOException {
    sent(notices.store(notices.lead()), channel(kind, Set.of(), true));
    sent(notices.store(notices.lead()), channel(kind, Set.of(), false));

    assertThat(REQUESTS.get(0).text()).contains("आशा शर्मा", "+919876543210", "नमस्ते");
    assertThat(REQUESTS.get(1).text()).doesNotContain("आशा", "98765", "नमस्ते");
    REQUESTS.forEach(request -> assertThat(json(request)).isNotEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "SLACK, 404, HELD",
    "SLACK, 400, FAILED",
    "SLACK, 429, RETRY",
    "TEAMS, 202, DELIVERED",
    "TEAMS, 400, FAILED",
    "GOOGLE_CHAT, 403, HELD",
    "GOOGLE_CHAT, 500, RETRY"
  })
  void chat_shouldFollowItsOwnStatuses(ChannelKind kind, int status, DeliveryState state) {
    REPLIES.add(status(status));

    assertThat(sent(notices.store(notices.lead()), channel(kind, Set.of(), true)).state())
        .isEqualTo(state);
  }

  private static Map<String, Object> json(StandInRequest request) {
    try {
      return JSON.std.mapFrom(request.body());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Delivery sent(Lead lead, Channel channel) {
    String id = notices.plan(lead, load(channel)).get(0);
    notices.work();
    notices.work();
    return notices.find(id);
  }

  private Channel load(Channel channel) {
    notices.load(channel);
    return channel;
  }

  private Channel webhook() {
    return channel(ChannelKind.WEBHOOK, Set.of(), true);
  }

  private Channel channel(ChannelKind kind, Set<String> fields, boolean details) {
    return channel(kind, url(), fields, details);
  }

  private static Channel channel(ChannelKind kind, String url) {
    return channel(kind, url, Set.of(), true);
  }

  private static Channel channel(
      ChannelKind kind, String url, Set<String> fields, boolean details) {
    return new Channel(
        details ? "crm" : "crm-without-details",
        kind,
        List.of(),
        Optional.of(url),
        Optional.of(SECRET).filter(secret -> kind == ChannelKind.WEBHOOK),
        Set.of(NoticeEvent.values()),
        Set.of(),
        Set.of(),
        fields,
        Optional.empty(),
        Optional.empty(),
        true,
        details);
  }

  private String url() {
    return receiver.address() + "/hook";
  }

  private static void assertSigned(StandInRequest request, String secret) {
    String signature =
        StandardWebhooks.sign(
            secret,
            request.header("webhook-id").orElseThrow(),
            request.header("webhook-timestamp").orElseThrow(),
            request.body());
    assertThat(request.header("webhook-signature").orElseThrow().split(" ", -1))
        .contains(signature);
  }

  @SuppressWarnings("unchecked") // Objects of JSON.
  private static Map<String, Object> object(Map<String, Object> json, String... path) {
    Map<String, Object> found = json;
    for (String name : path) {
      found = (Map<String, Object>) Optional.ofNullable(found.get(name)).orElseThrow();
    }
    return found;
  }

  private static StandInReply status(int status) {
    return StandInReply.json(status, "");
  }
}
