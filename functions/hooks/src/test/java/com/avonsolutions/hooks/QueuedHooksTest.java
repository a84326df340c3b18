package com.avonsolutions.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.domain.secret.HmacSha256;
import com.avonsolutions.drain.DrainLeadsHandler;
import com.avonsolutions.sandbox.MutableClock;
import com.avonsolutions.sandbox.engine.EmbeddedSqs;
import com.avonsolutions.sandbox.engine.FaultyDynamoDb;
import com.avonsolutions.sandbox.engine.FaultyDynamoDb.Fault;
import com.avonsolutions.sandbox.engine.SiteDatabase;
import com.avonsolutions.sandbox.event.Answer;
import com.avonsolutions.sandbox.event.EventBuilder;
import com.avonsolutions.sandbox.event.EventFixtures;
import com.avonsolutions.sandbox.event.InvocationContext;
import com.avonsolutions.sandbox.standin.SampleSources;
import com.avonsolutions.sandbox.template.SamTemplate;
import com.avonsolutions.web.function.FunctionHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a source gets while the store is unavailable, and what happens to its lead. */
class QueuedHooksTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  private static final SamTemplate TEMPLATE = SamTemplate.ofProject();

  private final MutableClock clock = new MutableClock();
  private final FaultyDynamoDb store = new FaultyDynamoDb(DATABASE.endpoint());
  private final EmbeddedSqs sqs = new EmbeddedSqs(TEMPLATE, clock, Optional.empty());
  private final Hooks hooks = new Hooks(DATABASE, sqs::withQueueUrls);
  private final Map<String, String> parameters =
      Map.of(
          "DynamoDbEndpoint", store.endpoint().toString(), "WebhookToleranceSeconds", "3153600000");

  @AfterEach
  void close() {
    sqs.close();
    store.close();
  }

  @ParameterizedTest
  @CsvSource({
    "google-ads, post-lead, 200, {}",
    "meta, post-event, 200, EVENT_RECEIVED",
    "linkedin, post-created, 200, {}",
    "indiamart, post-enquiry, 200, SUCCESS",
    "justdial, get-enquiry, 200, RECEIVED",
    "webhook, post-lead, 202, queued"
  })
  void lead_shouldBeAcknowledgedAndStoredOnce_whenTheStoreRefuses(
      String source, String event, int status, String reply) throws IOException {
    FunctionHandler handler = handler(source);
    store.always(Fault.THROTTLED);

    Answer answer = send(handler, source, event);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text()).contains(reply);
    assertThat(hooks.leads()).isEmpty();
    store.always(Fault.NONE);
    drain();
    send(handler, source, event);
    assertThat(hooks.leads()).hasSize(1);
    assertThat(sqs.messages("SpillQueue")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "google-ads, post-lead",
    "meta, post-event",
    "linkedin, post-created",
    "indiamart, post-enquiry",
    "justdial, get-enquiry",
    "webhook, post-lead"
  })
  void source_shouldBeAskedToRetry_whenTheQueueRefusesToo(String source, String event)
      throws IOException {
    FunctionHandler handler = handler(source);
    store.always(Fault.THROTTLED);
    sqs.always(EmbeddedSqs.Fault.REFUSED);

    Answer refused = send(handler, source, event);

    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.text()).doesNotContain("Dynamo", "sqs", "Exception");
    store.always(Fault.NONE);
    send(handler, source, event);
    assertThat(hooks.leads()).hasSize(1);
  }

  @Test
  void meta_shouldStoreEveryLead_whenOneMessageHasAThousand() throws IOException {
    // Without the faulty store between, which costs more than the table.
    FunctionHandler handler = hooks.handler("meta");
    byte[] event = metaEvent(1_000);
    long start = System.nanoTime();

    Answer answer = EventFixtures.answer(handler, event);

    Duration took = Duration.ofNanos(System.nanoTime() - start);
    System.out.printf(
        "1,000 leads of one message: %d ms of %d%n",
        took.toMillis(), TEMPLATE.function("MetaFunction").timeout().toMillis());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(hooks.leads()).hasSize(1_000);
  }

  @Test
  void meta_shouldQueueTheRestOfAMessage_whenTheStoreHasRefusedOne() throws IOException {
    FunctionHandler handler = handler("meta");
    send(handler, "meta", "post-event");
    store.always(Fault.THROTTLED);
    int before = store.requests();
    assertThat(EventFixtures.answer(handler, metaEvent(1)).status()).isEqualTo(200);
    int ofOne = store.requests() - before;

    Answer answer = EventFixtures.answer(handler, metaEvent(300));

    assertThat(answer.status()).isEqualTo(200);
    // What was already on its way when the first was refused is tried too.
    assertThat(store.requests() - before).isLessThan(100 * ofOne);
    assertThat(hooks.leads()).hasSize(1);
    assertThat(sqs.messages("SpillQueue")).hasSize(301);
  }

  @Test
  void meta_shouldBeAskedToRetryAMessage_whenTheQueueRefusesToo() throws IOException {
    FunctionHandler handler = handler("meta");
    store.always(Fault.THROTTLED);
    sqs.always(EmbeddedSqs.Fault.REFUSED);

    assertThat(EventFixtures.answer(handler, metaEvent(40)).status()).isEqualTo(503);

    store.always(Fault.NONE);
    assertThat(EventFixtures.answer(handler, metaEvent(40)).status()).isEqualTo(200);
    assertThat(hooks.leads()).hasSize(40);
  }

  private static byte[] metaEvent(int leads) {
    String changes =
        IntStream.range(0, leads)
            .mapToObj(
                at ->
                    "{\"field\":\"leadgen\",\"value\":{\"leadgen_id\":\"7%06d\",\"form_id\":\"2001\"}}"
                        .formatted(at))
            .collect(Collectors.joining(","));
    byte[] body =
        ("{\"object\":\"page\",\"entry\":[{\"id\":\"1001\",\"changes\":[" + changes + "]}]}")
            .getBytes(StandardCharsets.UTF_8);
    return EventBuilder.request("POST", "/hooks/meta")
        .body("application/json", body)
        .header(
            "x-hub-signature-256", "sha256=" + HmacSha256.hex(SampleSources.META_APP_SECRET, body))
        .build();
  }

  @Test
  void lead_shouldStayErased_whenLinkedInErasesItWhileItWaits() throws IOException {
    FunctionHandler linkedIn = handler("linkedin");
    store.always(Fault.THROTTLED);
    send(linkedIn, "linkedin", "post-created");
    store.always(Fault.NONE);
    assertThat(send(linkedIn, "linkedin", "post-deleted").status()).isEqualTo(200);

    drain();

    assertThat(hooks.leads()).isEmpty();
    assertThat(sqs.messages("SpillQueue")).isEmpty();
  }

  @Test
  void linkedIn_shouldBeAskedToRetryAnErasure_whenTheStoreRefuses() throws IOException {
    FunctionHandler linkedIn = handler("linkedin");
    store.always(Fault.THROTTLED);

    assertThat(send(linkedIn, "linkedin", "post-deleted").status()).isEqualTo(503);
  }

  /** A function that has cached the forms, as a running one has. */
  private FunctionHandler handler(String source) throws IOException {
    FunctionHandler handler = hooks.handler(source, parameters, clock);
    if (source.equals("webhook")) {
      hooks.loadForm(handler, "sample", Optional.of("/avon/forms/sample"));
      assertThat(send(handler, "webhook", "post-wrong-signature").status()).isEqualTo(401);
    }
    return handler;
  }

  private static Answer send(FunctionHandler handler, String source, String event)
      throws IOException {
    return EventFixtures.answer(handler, EventFixtures.named(source, event));
  }

  private void drain() {
    // The beans of this module are on the class path too and need the settings of a source.
    Map<String, String> environment =
        new HashMap<>(hooks.environment("GoogleAdsFunction", Map.of()));
    environment.putAll(hooks.environment("DrainFunction", Map.of()));
    try (DrainLeadsHandler drain = new DrainLeadsHandler(environment, clock)) {
      int delivered =
          sqs.deliver(
              TEMPLATE.function("DrainFunction").queues().get(0),
              messages -> {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                drain.handleRequest(
                    new ByteArrayInputStream(messages),
                    out,
                    InvocationContext.of("drain", "DrainFunction", Duration.ofMinutes(1)));
                return out.toByteArray();
              });
      assertThat(delivered).isEqualTo(1);
    }
  }
}
