package com.avonsolutions.web.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.avonsolutions.sandbox.event.Answer;
import com.avonsolutions.sandbox.event.EventBuilder;
import com.avonsolutions.web.function.TestHandler;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that a handler reads from events of API Gateway. */
class RequestTest {
  private static final TestHandler HANDLER = new TestHandler();

  @AfterAll
  static void close() {
    HANDLER.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void body_shouldBeTheSentBytes_whetherInBase64OrNot(boolean base64) {
    String body = "name=आशा&x=😀%00";

    Request request = read(EventBuilder.request("POST", "/contact").form(body).base64(base64));

    assertThat(request.body()).isEqualTo(body.getBytes(UTF_8));
  }

  @Test
  void body_shouldBeTheSentBytes_whenTheyAreNotText() {
    byte[] bytes = new byte[256];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }

    Request request =
        read(EventBuilder.request("POST", "/contact").body("application/octet-stream", bytes));

    assertThat(request.body()).isEqualTo(bytes);
  }

  @Test
  void body_shouldBeEmpty_whenThereIsNone() {
    assertThat(read(EventBuilder.request("GET", "/")).body()).isEmpty();
  }

  @Test
  void routeKey_shouldBeThatOfGet_whenTheMethodIsHead() {
    Request request = read(EventBuilder.request("HEAD", "/faqs/a").routeKey("HEAD /faqs/{slug}"));

    assertThat(request.routeKey()).isEqualTo("GET /faqs/{slug}");
    assertThat(request.isHead()).isTrue();
    assertThat(request.pathParameter("slug")).isEqualTo("a");
  }

  @Test
  void pathParameter_shouldBeNotFound_whenTheRouteHasNone() {
    Request request = Requests.get("/");

    assertThatThrownBy(() -> request.pathParameter("slug"))
        .isInstanceOfSatisfying(HttpException.class, e -> assertThat(e.status()).isEqualTo(404));
  }

  @Test
  void header_shouldBeFound_inEveryCase() {
    byte[] event =
        new String(EventBuilder.request("GET", "/").header("x-some", "Value").build(), UTF_8)
            .replace("\"x-some\"", "\"X-Some\"")
            .getBytes(UTF_8);

    assertThat(read(event).header("x-some")).contains("Value");
  }

  @Test
  void query_shouldReadOneField_besideMalformedOnes() {
    Request request =
        read(
            EventBuilder.request("GET", "/faqs?gclid=%zz&&utm=1&utm=2&x=%ff")
                .query("q", "what & why?"));

    assertThat(request.query("q")).contains("what & why?");
    assertThat(request.query("missing")).isEmpty();
    assertThat(read(EventBuilder.request("GET", "/faqs?q=+%20")).query("q")).isEmpty();
    assertThat(read(EventBuilder.request("GET", "/faqs?qq=1&q")).query("q")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"q=%zz", "q=%ff", "q=1&q=2"})
  void query_shouldReject_whenTheFieldIsMalformed(String query) {
    Request request = read(EventBuilder.request("GET", "/faqs?" + query));

    assertThatThrownBy(() -> request.query("q"))
        .isInstanceOfSatisfying(HttpException.class, e -> assertThat(e.status()).isEqualTo(400));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8|true",
        "*/*|true",
        "|true",
        "image/avif,image/webp|true",
        "application/json|false",
        "APPLICATION/JSON|false",
        "application/problem+json|false",
        "application/ld+json, */*|false",
        "application/json, text/html|true",
        "Text/HTML, application/json|true",
      })
  void wantsPage_shouldDependOnWhatTheClientAccepts(String accept, boolean page) {
    Request asked =
        accept == null ? Requests.get("/faqs") : Requests.get("/faqs", "accept", accept);

    assertThat(asked.wantsPage()).isEqualTo(page);
  }

  @Test
  void wantsPage_shouldNeverBeTrueUnderTheApi() {
    assertThat(Requests.get("/api/leads", "accept", "text/html").wantsPage()).isFalse();
    assertThat(Requests.get("/apis", "accept", "text/html").wantsPage()).isTrue();
  }

  @Test
  void malformedBase64_shouldBeABadRequest_onPagesAndOnTheApi() {
    Answer page =
        HANDLER.ask(
            malformed(EventBuilder.request("POST", "/contact").header("accept", "text/html")));
    Answer api =
        HANDLER.ask(
            malformed(
                EventBuilder.request("POST", "/api/leads").header("origin", "https://a.example")));

    assertThat(page.status()).isEqualTo(400);
    assertThat(page.header("content-type")).contains("text/html; charset=utf-8");
    assertThat(page.header("x-content-type-options")).contains("nosniff");
    assertThat(api.status()).isEqualTo(400);
    assertThat(api.header("content-type")).contains("application/problem+json");
    assertThat(api.header("x-content-type-options")).contains("nosniff");
    assertThat(api.header("access-control-allow-origin")).contains("https://a.example");
  }

  /** An event that claims a Base64 body and has none. */
  private static byte[] malformed(EventBuilder event) {
    return new String(event.form("%%%").base64(false).build(), UTF_8)
        .replace("\"isBase64Encoded\":false", "\"isBase64Encoded\":true")
        .getBytes(UTF_8);
  }

  private static Request read(EventBuilder event) {
    return read(event.build());
  }

  private static Request read(byte[] event) {
    AtomicReference<Request> seen = new AtomicReference<>();
    HANDLER.route(
        request -> {
          seen.set(request);
          return Response.of(204);
        });
    HANDLER.ask(event);
    return Objects.requireNonNull(seen.get());
  }
}
