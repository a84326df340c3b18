package com.avonsolutions.hooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.domain.secret.HmacSha256;
import com.avonsolutions.sandbox.MutableClock;
import com.avonsolutions.sandbox.engine.SiteDatabase;
import com.avonsolutions.sandbox.event.Answer;
import com.avonsolutions.sandbox.event.EventBuilder;
import com.avonsolutions.sandbox.event.EventFixtures;
import com.avonsolutions.web.function.FunctionHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rotated secrets, missing secrets, and messages that are too old. */
class HookSecretsTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  private static final String EVENT =
      "{\"object\":\"page\",\"entry\":[{\"changes\":[{\"field\":\"leadgen\",\"value\":"
          + "{\"leadgen_id\":\"7\"}}]}]}";

  private final Hooks hooks = new Hooks(DATABASE);

  @ParameterizedTest
  @CsvSource({"new, 200", "old, 200", "older, 401"})
  void meta_shouldAcceptBothSecrets_duringRotation(String secret, int status) throws IOException {
    FunctionHandler meta =
        hooks.handler(
            "meta",
            Map.of("LocalSecrets", "/avon/meta/app-secret=new old;/avon/meta/verify-token=t"),
            Clock.systemUTC());

    assertThat(EventFixtures.answer(meta, signed(secret)).status()).isEqualTo(status);
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
  void source_shouldGet503WithoutDetails_whenItsSecretIsNotConfigured(String source, String event)
      throws IOException {
    PrintStream standardOut = System.out;
    ByteArrayOutputStream captured = new ByteArrayOutputStream();
    FunctionHandler handler = unconfigured(source);
    EventFixtures.Case fixture = EventFixtures.named(source, event);
    Answer answer;
    System.setOut(new PrintStream(captured, true, UTF_8));
    try {
      answer = EventFixtures.answer(handler, fixture);
    } finally {
      System.setOut(standardOut);
    }

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.text()).doesNotContain("secret", "/avon", "Secret");
    assertThat(captured.toString(UTF_8))
        .contains(
            "\"level\":\"ERROR\"",
            "\"failure\":\"com.avonsolutions.domain.secret.SecretUnavailableException\"")
        .doesNotContain("Asha", "9876543210", "sample-");
    assertThat(hooks.leads()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {-301, 301})
  void webhook_shouldBeRefused_whenItsTimestampIsTooFarFromNow(long seconds) throws IOException {
    assertThat(webhookAt(seconds).status()).isEqualTo(401);
    assertThat(hooks.leads()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {-300, 0, 300})
  void webhook_shouldBeAccepted_whenItsTimestampIsWithinTheTolerance(long seconds)
      throws IOException {
    assertThat(webhookAt(seconds).status()).isEqualTo(200);
    assertThat(hooks.leads()).hasSize(1);
  }

  @Test
  void webhook_shouldGet404_whenTheFormHasNoSecret() throws IOException {
    FunctionHandler webhook = hooks.handler("webhook");
    hooks.loadForm(webhook, "open", Optional.empty());

    Answer answer =
        EventFixtures.answer(
            webhook,
            EventBuilder.request("POST", "/hooks/in/open")
                .routeKey("POST /hooks/in/{form}")
                .json("{}")
                .build());

    assertThat(answer.status()).isEqualTo(404);
  }

  private FunctionHandler unconfigured(String source) {
    FunctionHandler handler =
        hooks.handler(
            source,
            Map.of("LocalSecrets", "/avon/another=x", "WebhookToleranceSeconds", "9999999"),
            Clock.systemUTC());
    if (source.equals("webhook")) {
      hooks.loadForm(handler, "sample", Optional.of("/avon/forms/sample"));
    }
    return handler;
  }

  private Answer webhookAt(long seconds) throws IOException {
    Instant sent = Instant.parse("2026-11-22T10:15:30Z");
    MutableClock clock = new MutableClock();
    clock.set(sent.plus(Duration.ofSeconds(seconds)));
    FunctionHandler webhook = hooks.handler("webhook", Map.of(), clock);
    hooks.loadForm(webhook, "sample", Optional.of("/avon/forms/sample"));
    byte[] body = "{\"data\":{\"name\":\"Farah\"}}".getBytes(UTF_8);
    byte[] signed = ("m1." + sent.getEpochSecond() + '.').getBytes(UTF_8);
    byte[] key = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    String signature = Base64.getEncoder().encodeToString(new HmacSha256(key).sign(signed, body));
    return EventFixtures.answer(
        webhook,
        EventBuilder.request("POST", "/hooks/in/sample")
            .routeKey("POST /hooks/in/{form}")
            .header("webhook-id", "m1")
            .header("webhook-timestamp", Long.toString(sent.getEpochSecond()))
            .header("webhook-signature", "v1," + signature)
            .body("application/json", body)
            .build());
  }

  private static byte[] signed(String secret) {
    return EventBuilder.request("POST", "/hooks/meta")
        .header("x-hub-signature-256", "sha256=" + HmacSha256.hex(secret, EVENT.getBytes(UTF_8)))
        .json(EVENT)
        .build();
  }
}
