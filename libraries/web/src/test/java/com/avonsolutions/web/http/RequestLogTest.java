package com.avonsolutions.web.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import com.avonsolutions.domain.StoreUnavailableException;
import com.avonsolutions.sandbox.event.EventBuilder;
import com.avonsolutions.text.json.JsonReader;
import com.avonsolutions.web.function.TestHandler;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** Tests what a handler writes to standard output and standard error. */
class RequestLogTest {
  private final PrintStream standardOut = System.out;
  private final PrintStream standardErr = System.err;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final TestHandler handler = new TestHandler();

  @BeforeEach
  void capture() {
    System.setOut(new PrintStream(out, true, UTF_8));
    System.setErr(new PrintStream(err, true, UTF_8));
  }

  @AfterEach
  void restore() {
    System.setOut(standardOut);
    System.setErr(standardErr);
    handler.close();
  }

  @Test
  void write_shouldPrintOneLinePerRequest() throws IOException {
    handler.route(request -> Response.of(204));

    handler.ask(personal());
    handler.ask(personal());

    List<Map<String, Object>> lines = lines();
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0))
        .containsOnlyKeys("timestamp", "level", "requestId", "route", "status", "millis", "cold")
        .containsEntry("level", "INFO")
        .containsEntry("requestId", "request-7")
        .containsEntry("route", "POST /faqs/{slug}")
        .containsEntry("status", 204)
        .containsEntry("cold", true)
        .hasEntrySatisfying("millis", millis -> assertThat(millis).isInstanceOf(Integer.class));
    assertThat(lines.get(1)).containsEntry("cold", false);
  }

  @Test
  void write_shouldLogTheStatus_afterAnErrorOfTheClient() throws IOException {
    handler.failing(HttpException.badRequest("Wrong."));

    handler.ask(personal());

    assertThat(lines())
        .singleElement()
        .satisfies(
            line -> assertThat(line).containsEntry("status", 400).containsEntry("level", "INFO"));
    assertNothingPersonal();
  }

  @Test
  void failure_shouldLogClassAndStackTraceWithoutMessage_afterAnUnexpectedError()
      throws IOException {
    handler.failing(
        new IllegalStateException("asha-message", new IllegalArgumentException("asha-cause")));

    handler.ask(personal());

    List<Map<String, Object>> lines = lines();
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0))
        .containsEntry("level", "ERROR")
        .containsEntry("requestId", "request-7")
        .containsEntry("route", "POST /faqs/{slug}")
        .containsEntry("failure", "java.lang.IllegalStateException")
        .containsEntry("causes", List.of("java.lang.IllegalArgumentException"))
        .hasEntrySatisfying("at", at -> assertThat((List<?>) at).isNotEmpty());
    assertThat(lines.get(1)).containsEntry("level", "ERROR").containsEntry("status", 500);
    assertNothingPersonal();
  }

  @Test
  void failure_shouldLogTheErrorCodeOfAws_whenTheStoreIsUnavailable() throws IOException {
    handler.failing(
        new StoreUnavailableException(
            DynamoDbException.builder()
                .message("asha-message")
                .requestId("aws-1")
                .statusCode(400)
                .awsErrorDetails(
                    AwsErrorDetails.builder()
                        .errorCode("ThrottlingException")
                        .errorMessage("asha-details")
                        .build())
                .build()));

    handler.ask(personal());

    assertThat(lines().get(0))
        .containsEntry("failure", StoreUnavailableException.class.getName())
        .containsEntry("message", "The store is not available")
        .containsEntry(
            "causes",
            List.of(DynamoDbException.class.getName() + ": ThrottlingException 400 aws-1"));
    assertNothingPersonal();
  }

  @Test
  void failure_shouldSayWhatHappenedToTheConnection_whenTheStoreIsUnreachable() throws IOException {
    handler.failing(
        new StoreUnavailableException(
            SdkClientException.create("asha-item", new ConnectException("Connection refused"))));

    handler.ask(personal());

    assertThat(lines().get(0))
        .containsEntry(
            "causes",
            List.of(
                SdkClientException.class.getName(),
                "java.net.ConnectException: Connection refused"));
    assertNothingPersonal();
  }

  @ParameterizedTest
  @MethodSource("parsers")
  void failure_shouldLeaveOutTheMessage_ofWhatQuotesItsInput(Function<String, Object> parser)
      throws IOException {
    handler.route(request -> Response.text(200, "text/plain", parser.apply("asha {").toString()));

    handler.ask(personal());

    assertThat(lines().get(0)).containsEntry("level", "ERROR").containsKey("failure");
    assertNothingPersonal();
  }

  private static List<Named<Function<String, Object>>> parsers() {
    return List.of(
        named("number", Integer::valueOf),
        named("time", Instant::parse),
        named("address", URI::create),
        named("constant", TimeUnit::valueOf),
        named("JSON, by our reader", text -> JsonReader.parse(text.getBytes(UTF_8))),
        named("JSON", RequestLogTest::json));
  }

  private static Object json(String text) {
    try {
      return JSON.std.mapFrom(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A request with personal data in every part. */
  private static EventBuilder personal() {
    return EventBuilder.request("POST", "/faqs/asha-path?q=asha-query")
        .routeKey("POST /faqs/{slug}")
        .requestId("request-7")
        .sourceIp("198.51.100.7")
        .cookie("asha-cookie", "1")
        .header("user-agent", "asha-agent")
        .header("referer", "https://example.com/asha-referer")
        .json("{\"name\":\"asha-body\"}");
  }

  private void assertNothingPersonal() {
    assertThat(out.toString(UTF_8) + err.toString(UTF_8)).doesNotContain("asha", "198.51.100.7");
  }

  private List<Map<String, Object>> lines() throws IOException {
    List<Map<String, Object>> lines = new ArrayList<>();
    for (String line : out.toString(UTF_8).split("\n", -1)) {
      if (!line.isEmpty()) {
        lines.add(JSON.std.mapFrom(line));
      }
    }
    return lines;
  }
}
