package com.avonsolutions.sandbox.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.avonsolutions.sandbox.Project;
import com.avonsolutions.sandbox.event.EventFixtures.Case;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventFixturesTest {

  @TempDir Path events;

  @Test
  void cases_shouldPairEventsWithExpectations() throws IOException {
    write("contact/valid.json", "{}");
    write("contact/valid.expected.json", "{}");
    write("contact/empty.json", "{}");
    write("contact/empty.expected.json", "{}");

    assertThat(EventFixtures.cases(events, "contact"))
        .extracting(Case::toString)
        .containsExactly("contact/empty", "contact/valid");
  }

  @Test
  void cases_shouldFail_whenOneOfTheTwoIsMissing() throws IOException {
    write("contact/valid.json", "{}");
    assertThatThrownBy(() -> EventFixtures.cases(events, "contact"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("every event needs an .expected.json");

    write("contact/valid.expected.json", "{}");
    write("contact/orphan.expected.json", "{}");
    assertThatThrownBy(() -> EventFixtures.cases(events, "contact"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("orphan");
  }

  @Test
  void cases_shouldFail_whenAFunctionHasNone() {
    assertThatThrownBy(() -> EventFixtures.cases(events, "ad-leads"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("ad-leads needs events: CASE.json and CASE.expected.json");
  }

  @Test
  void all_shouldBeEveryFileOfEvents() throws IOException {
    Path folder = Project.root().resolve("events");
    try (Stream<Path> files = Files.walk(folder, 2)) {
      assertThat(EventFixtures.all())
          .extracting(Case::event)
          .containsExactlyInAnyOrderElementsOf(
              files
                  .filter(file -> folder.relativize(file).getNameCount() == 2)
                  .filter(file -> file.toString().matches(".*(?<![.]expected)[.]json"))
                  .toList());
    }
  }

  @Test
  void functionId_shouldBeTheFoldersName() {
    Case fixture = new Case("ad-leads", "x", events, events);

    assertThat(fixture.functionId()).isEqualTo("AdLeadsFunction");
    assertThat(EventFixtures.folder("AdLeadsFunction")).isEqualTo("ad-leads");
  }

  @Test
  void check_shouldCompareTheResult_whenTheEventIsNoRequest() throws IOException {
    byte[] result = "{\"batchItemFailures\":[{\"itemIdentifier\":\"2\"}]}".getBytes(UTF_8);

    EventFixtures.check(
        fixture(
            "{\"Records\": []}",
            "{\"result\": {\"batchItemFailures\": [{\"itemIdentifier\": \"2\"}]}}"),
        result);
    assertThatThrownBy(
            () ->
                EventFixtures.check(
                    fixture("{\"Records\": []}", "{\"result\": {\"batchItemFailures\": []}}"),
                    result))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("expected.json: result.batchItemFailures");
  }

  @Test
  void answer_shouldPassTheFileUnchanged() throws IOException {
    Case fixture = fixture("{\"rawPath\": \"/é\"}", "{\"status\": 200}");

    Answer answer =
        EventFixtures.answer(
            (in, out, context) -> {
              byte[] event = in.readAllBytes();
              assertThat(context.getRemainingTimeInMillis()).isPositive();
              out.write(response(event, false));
            },
            fixture);

    assertThat(answer.text()).isEqualTo("{\"rawPath\": \"/é\"}");
    assertThat(answer.json()).containsEntry("rawPath", "/é");
  }

  @Test
  void answer_shouldFail_whenResponseIsMalformed() {
    assertThatThrownBy(
            () ->
                EventFixtures.answer(
                    (in, out, context) -> out.write("nonsense".getBytes(UTF_8)), new byte[0]))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("not a JSON object")
        .hasMessageContaining("nonsense");
  }

  @Test
  void check_shouldReadTheBody_whenItIsCompressed() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write("{\"status\":\"received\",\"id\":7,\"tags\":[\"a\",\"b\"]}".getBytes(UTF_8));
    }
    Answer answer = Answer.parse(response(packed.toByteArray(), true));
    Case fixture =
        fixture(
            "{}",
            """
            {"status": 201, "headers": {"Location": "/contact/thanks", "x-id": "/[0-9]+/"},
             "absentHeaders": ["set-cookie"], "bodyContains": ["received"], "bodyLacks": ["error"],
             "json": {"status": "received", "tags": ["a", "b"]}}
            """);

    assertThatCode(() -> EventFixtures.check(fixture, answer)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"headers": {}} | status is missing
          {"status": 200} | expected.json: status
          {"status": 201, "headers": {"location": "/"}} | expected.json: headers: location
          {"status": 201, "headers": {"x-id": "/[a-z]+/"}} | expected.json: headers: x-id
          {"status": 201, "headers": {"x-other": "1"}} | expected.json: headers: x-other
          {"status": 201, "absentHeaders": ["x-id"]} | expected.json: absentHeaders
          {"status": 201, "bodyContains": ["nowhere"]} | expected.json: bodyContains
          {"status": 201, "bodyLacks": ["received"]} | expected.json: bodyLacks
          {"status": 201, "json": {"state": "received"}} | expected.json: json
          {"status": 201, "json": {"status": "sent"}} | expected.json: json.status
          {"status": 201, "json": {"tags": ["a"]}} | expected.json: json.tags
          {"status": 201, "json": {"tags": ["a", "c"]}} | expected.json: json.tags[1]
          {"status": 201, "typo": 1} | expected.json: typo is no part of an expectation
          """)
  void check_shouldNameFileAndPart_whenAnswerDiffers(String expectation, String message)
      throws IOException {
    Answer answer =
        Answer.parse(
            response("{\"status\":\"received\",\"tags\":[\"a\",\"b\"]}".getBytes(UTF_8), false));
    Case fixture = fixture("{}", expectation);

    assertThatThrownBy(() -> EventFixtures.check(fixture, answer))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(message);
  }

  private static byte[] response(byte[] body, boolean gzip) throws IOException {
    return JSON.std.asBytes(
        Map.of(
            "statusCode",
            201,
            "headers",
            Map.of(
                "Location",
                "/contact/thanks",
                "X-Id",
                "42",
                "Content-Encoding",
                gzip ? "gzip" : "identity"),
            "cookies",
            List.of(),
            "body",
            Base64.getEncoder().encodeToString(body),
            "isBase64Encoded",
            true));
  }

  private Case fixture(String event, String expectation) throws IOException {
    write("f/case.json", event);
    write("f/case.expected.json", expectation);
    return EventFixtures.cases(events, "f").findFirst().orElseThrow();
  }

  private void write(String file, String text) throws IOException {
    Path path = events.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }
}
