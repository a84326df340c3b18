package com.avonsolutions.hooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.sandbox.engine.SiteDatabase;
import com.avonsolutions.sandbox.event.Answer;
import com.avonsolutions.sandbox.event.EventBuilder;
import com.avonsolutions.sandbox.event.EventFixtures;
import com.avonsolutions.sandbox.standin.SampleSources;
import com.avonsolutions.web.function.FunctionHandler;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Undocumented and malformed messages with a valid secret: no 5xx, no personal data in the log. */
class HookBadInputTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  private static final int MESSAGES = 60;
  private static final long SEED = 20_261_122;

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "\0",
          "?",
          "_cut",
          "0",
          "-1",
          "true",
          "1e999",
          "999999999999999999",
          "a\r\nb",
          "<br>",
          "=cmd()",
          "अपना नाम",
          "\uD83D\uDE00",
          "\u202Ename",
          "2026-11-22T10:15:30Z",
          "+999999999-12-31T23:59:59Z",
          "2026-02-30 25:61:61",
          "urn:li:leadGenFormResponse:",
          "x@example.com",
          "+91 98765 43210",
          "x".repeat(6_000));

  private static final Map<String, FunctionHandler> HANDLERS = new HashMap<>();

  private final Hooks hooks = new Hooks(DATABASE);

  @ParameterizedTest
  @ValueSource(strings = {"google-ads", "meta", "linkedin", "indiamart", "justdial", "webhook"})
  void message_shouldBeAcceptedOrRefused_withAnyContent(String source) throws IOException {
    FunctionHandler handler = handler(source);
    Random random = new Random(SEED);
    for (int i = 0; i < MESSAGES; i++) {
      String body = JSON.std.asString(message(source, random));

      Answer answer = EventFixtures.answer(handler, signed(source, "application/json", body));

      assertThat(answer.status()).as(body).isIn(200, 400);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"google-ads", "meta", "linkedin", "indiamart", "justdial", "webhook"})
  void message_shouldBeRefused_whenItIsNotJson(String source) throws IOException {
    byte[] event = signed(source, "text/plain", "name=Asha");

    assertThat(EventFixtures.answer(handler(source), event).status()).isEqualTo(415);
  }

  @ParameterizedTest
  @ValueSource(strings = {"google-ads", "meta", "linkedin", "indiamart", "justdial", "webhook"})
  void message_shouldBeRefused_whenItIsTooLarge(String source) throws IOException {
    String body = "{\"a\":\"" + "x".repeat(512 * 1024) + "\"}";
    byte[] event = signed(source, "application/json", body);

    assertThat(EventFixtures.answer(handler(source), event).status()).isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(strings = {"google-ads", "meta", "linkedin", "indiamart", "justdial", "webhook"})
  void message_shouldBeRefused_whenItsJsonIsMalformed(String source) throws IOException {
    for (String body : List.of("{\"name\":", "[]", "\"text\"", "", "{\"a\":1,\"a\":2}", "{}{}")) {
      assertThat(
              EventFixtures.answer(handler(source), signed(source, "application/json", body))
                  .status())
          .as(body)
          .isEqualTo(400);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"google-ads", "meta", "linkedin", "indiamart", "justdial", "webhook"})
  void log_shouldHoldNoSecretAndNoPersonalData(String source) throws IOException {
    FunctionHandler handler = handler(source);
    PrintStream standardOut = System.out;
    ByteArrayOutputStream captured = new ByteArrayOutputStream();
    System.setOut(new PrintStream(captured, true, UTF_8));
    try {
      for (EventFixtures.Case fixture : EventFixtures.cases(source).toList()) {
        EventFixtures.answer(handler, fixture);
      }
    } finally {
      System.setOut(standardOut);
    }

    assertThat(captured.toString(UTF_8))
        .contains("\"status\":")
        .doesNotContain(SampleSources.secrets().values().toArray(String[]::new))
        .doesNotContain(
            "Asha",
            "Arun",
            "Ravi",
            "Farah",
            "example.com",
            "9876543210",
            "9996543210",
            "501234567",
            "sha256=");
  }

  private FunctionHandler handler(String source) {
    FunctionHandler handler = HANDLERS.computeIfAbsent(source, hooks::handler);
    if (source.equals("webhook")) {
      hooks.loadForm(handler, "sample", Optional.of("/avon/forms/sample"));
    }
    return handler;
  }

  /** A message with the structure of a real one and random values. */
  private static Map<String, @Nullable Object> message(String source, Random random) {
    return switch (source) {
      case "google-ads" -> {
        Map<String, @Nullable Object> lead =
            some(random, "lead_id", "form_id", "is_test", "gcl_id", "lead_submit_time");
        lead.put("google_key", SampleSources.GOOGLE_ADS_KEY);
        lead.put("user_column_data", several(random, "column_id", "column_name", "string_value"));
        yield lead;
      }
      case "meta" ->
          object(
              "entry",
              List.of(
                  object(
                      "changes",
                      List.of(
                          object(
                              "field",
                              "leadgen",
                              "value",
                              some(random, "leadgen_id", "form_id", "ad_id", "created_time"))))));
      case "linkedin" -> {
        Map<String, @Nullable Object> event =
            some(random, "leadGenFormResponse", "leadGenForm", "associatedEntity", "occurredAt");
        event.put("leadAction", random.nextBoolean() ? "CREATED" : "DELETED");
        yield event;
      }
      case "indiamart" ->
          object(
              "RESPONSE",
              several(
                  random, "UNIQUE_QUERY_ID", "QUERY_TYPE", "QUERY_TIME", "SENDER_NAME", "SUBJECT"));
      case "justdial" -> some(random, "leadid", "name", "mobile", "date", "time", "dncmobile");
      default -> object("data", some(random, "name", "phone"), "timestamp", value(random, 0));
    };
  }

  private static Map<String, @Nullable Object> object(@Nullable Object... namesAndValues) {
    Map<String, @Nullable Object> object = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
    }
    return object;
  }

  private static List<Object> several(Random random, String... names) {
    List<Object> several = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      several.add(some(random, names));
    }
    return several;
  }

  /** Most of these members, and random others. */
  private static Map<String, @Nullable Object> some(Random random, String... names) {
    Map<String, @Nullable Object> some = new HashMap<>();
    for (String name : names) {
      if (random.nextInt(8) > 0) {
        some.put(name, value(random, 0));
      }
    }
    for (int i = random.nextInt(6); i > 0; i--) {
      some.put(text(random), value(random, 0));
    }
    return some;
  }

  private static @Nullable Object value(Random random, int depth) {
    return switch (random.nextInt(depth > 3 ? 4 : 7)) {
      case 0 -> random.nextLong();
      case 1 -> random.nextBoolean();
      case 2 -> null;
      case 4 -> List.of(text(random), object(text(random), value(random, depth + 1)));
      case 5 -> object(text(random), value(random, depth + 1));
      default -> text(random);
    };
  }

  private static String text(Random random) {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }

  private static byte[] signed(String source, String type, String text) {
    byte[] body = text.getBytes(UTF_8);
    String path =
        switch (source) {
          case "google-ads" -> "/hooks/google-ads";
          case "meta" -> "/hooks/meta";
          case "linkedin" -> "/hooks/linkedin";
          case "indiamart" -> "/hooks/indiamart/" + SampleSources.INDIAMART_TOKEN;
          case "justdial" -> "/hooks/justdial/" + SampleSources.JUSTDIAL_TOKEN;
          default -> "/hooks/in/sample";
        };
    EventBuilder event = EventBuilder.request("POST", path).body(type, body);
    if (source.equals("indiamart") || source.equals("justdial")) {
      event.routeKey("POST /hooks/" + source + "/{token}");
    } else if (source.equals("webhook")) {
      event.routeKey("POST /hooks/in/{form}");
    }
    return HookSignatures.sign(source, event, body).build();
  }
}
