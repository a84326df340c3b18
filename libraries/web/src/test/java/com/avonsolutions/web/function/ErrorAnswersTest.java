package com.avonsolutions.web.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.avonsolutions.domain.StoreUnavailableException;
import com.avonsolutions.domain.submission.InvalidSubmissionException;
import com.avonsolutions.domain.submission.SubmissionConflictException;
import com.avonsolutions.domain.submission.Violation;
import com.avonsolutions.sandbox.event.Answer;
import com.avonsolutions.sandbox.event.EventBuilder;
import com.avonsolutions.sandbox.event.EventFixtures;
import com.avonsolutions.web.http.HttpException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Through a handler that throws what the test wants. */
class ErrorAnswersTest {
  private static final TestHandler HANDLER = new TestHandler();

  @AfterAll
  static void close() {
    HANDLER.close();
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(HttpException.badRequest("Wrong."), 400, "Bad request"),
        Arguments.of(HttpException.notFound(), 404, "Not found"),
        Arguments.of(HttpException.methodNotAllowed("GET, HEAD"), 405, "Method not allowed"),
        Arguments.of(HttpException.tooLarge("Long."), 413, "Too large"),
        Arguments.of(HttpException.unsupportedMediaType("Odd."), 415, "Unsupported media type"),
        Arguments.of(
            new InvalidSubmissionException(List.of(new Violation("name", "Tell us."))),
            422,
            "Something needs a change"),
        Arguments.of(new SubmissionConflictException(), 422, "Something needs a change"),
        Arguments.of(
            new StoreUnavailableException(new IllegalStateException("secret")),
            503,
            "Not available right now"),
        Arguments.of(new IllegalStateException("secret"), 500, "Something went wrong"),
        Arguments.of(new NullPointerException("secret"), 500, "Something went wrong"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void answer_shouldBeAProblemDocument_whenAScriptAsks(
      RuntimeException failure, int status, String title) {
    HANDLER.failing(failure);

    Answer answer = HANDLER.ask(EventBuilder.request("POST", "/api/leads").json("{}"));

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.headers())
        .containsEntry("content-type", "application/problem+json")
        .containsEntry("cache-control", "no-store");
    assertThat(answer.json())
        .containsEntry("type", "about:blank")
        .containsEntry("title", title)
        .containsEntry("status", status)
        .containsKey("detail");
    assertThat(answer.text()).doesNotContain("secret", "Exception");
  }

  @ParameterizedTest
  @MethodSource("failures")
  void answer_shouldBeAPage_whenABrowserAsks(RuntimeException failure, int status, String title) {
    HANDLER.failing(failure);

    Answer answer =
        HANDLER.ask(EventBuilder.request("POST", "/contact").header("accept", "text/html"));

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.headers())
        .containsEntry("content-type", "text/html; charset=utf-8")
        .containsEntry("cache-control", "no-store")
        .hasEntrySatisfying("vary", vary -> assertThat(vary).contains("accept"));
    assertThat(answer.text())
        .contains("<h1>" + title + "</h1>", "name=\"robots\" content=\"noindex\"")
        .doesNotContain("secret", "Exception");
  }

  @Test
  void answer_shouldNameTheFields_whenTheyHaveViolations() {
    HANDLER.failing(
        new InvalidSubmissionException(
            List.of(new Violation("name", "Tell us."), new Violation("phone", "Check it."))));

    assertThat(HANDLER.ask(EventBuilder.request("POST", "/api/leads")).json())
        .containsEntry(
            "violations",
            List.of(
                Map.of("field", "name", "message", "Tell us."),
                Map.of("field", "phone", "message", "Check it.")));
  }

  @Test
  void answer_shouldListTheAllowedMethods_whenTheMethodIsWrong() {
    HANDLER.failing(HttpException.methodNotAllowed("GET, HEAD"));

    assertThat(HANDLER.ask(EventBuilder.request("DELETE", "/contact")).header("allow"))
        .contains("GET, HEAD");
  }

  @Test
  void answer_shouldNameTheTimeToRetryAfter_whenTheStoreIsDown() {
    HANDLER.failing(new StoreUnavailableException(new IllegalStateException()));

    for (String path : new String[] {"/contact", "/api/leads"}) {
      assertThat(HANDLER.ask(EventBuilder.request("POST", path)).header("retry-after"))
          .contains("5");
    }
  }

  @Test
  void answer_shouldKeepThePathOutOfTheErrorPage_whenItHoldsMarkup() {
    try (TestHandler named = new TestHandler(Map.of("SiteUrl", "https://www.example.com"))) {
      named.failing(HttpException.notFound());

      Answer answer = named.ask(EventBuilder.request("GET", "/\"><script>alert(1)</script>"));

      assertThat(answer.text()).contains("noindex").doesNotContain("canonical", "alert(1)");
    }
  }

  @Test
  void execute_shouldFail_whenTheEventIsNotARequest() {
    assertThatThrownBy(() -> EventFixtures.answer(HANDLER, new byte[] {'{', '}'}))
        .isInstanceOf(Exception.class);
  }
}
