package com.avonsolutions.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.sandbox.event.Answer;
import com.avonsolutions.sandbox.event.EventBuilder;
import com.avonsolutions.web.function.TestHandler;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ResponseFinisherTest {
  private static final TestHandler HANDLER = new TestHandler();
  private static final String LONG = "0123456789".repeat(100);
  private static final Response PAGE = Response.text(200, "text/html; charset=utf-8", LONG);

  @AfterAll
  static void close() {
    HANDLER.close();
  }

  static Stream<Function<Request, Response>> allKinds() {
    return Stream.of(
        request -> Response.of(204),
        request -> PAGE,
        request -> Response.seeOther("/contact/thanks"),
        request -> Representation.of(PAGE).answer(request),
        request -> {
          throw HttpException.notFound();
        },
        request -> {
          throw new IllegalStateException();
        });
  }

  @ParameterizedTest
  @MethodSource("allKinds")
  void finish_shouldAddSecurityHeadersToEveryResponse(Function<Request, Response> kind) {
    HANDLER.route(kind);
    for (String method : new String[] {"GET", "HEAD", "POST"}) {
      for (String path : new String[] {"/contact", "/api/leads"}) {
        assertThat(HANDLER.ask(EventBuilder.request(method, path)).headers())
            .containsKeys("content-security-policy", "cache-control", "permissions-policy")
            .containsEntry("strict-transport-security", "max-age=63072000")
            .containsEntry("x-content-type-options", "nosniff")
            .containsEntry("referrer-policy", "strict-origin-when-cross-origin")
            .containsEntry("cross-origin-opener-policy", "same-origin")
            .hasEntrySatisfying(
                "content-security-policy",
                policy ->
                    assertThat(policy)
                        .contains("default-src 'none'", "frame-ancestors 'none'")
                        .doesNotContain("unsafe"));
      }
    }
  }

  @Test
  void finish_shouldNotOverwriteHeadersOfTheResponse() {
    HANDLER.route(request -> PAGE.with("cache-control", "public").with("referrer-policy", "x"));

    assertThat(HANDLER.ask(EventBuilder.request("GET", "/")).headers())
        .containsEntry("cache-control", "public")
        .containsEntry("referrer-policy", "x");
  }

  @Test
  void finish_shouldCompress_whenTextIsLongAndTheClientAcceptsIt() {
    Answer answer = ask(PAGE, "gzip");

    assertThat(answer.header("content-encoding")).contains("gzip");
    assertThat(answer.header("vary")).contains("accept-encoding");
    assertThat(answer.body()).hasSizeLessThan(100);
    assertThat(answer.text()).isEqualTo(LONG);
  }

  @Test
  void finish_shouldStayPlain_whenTheClientAcceptsNoCoding() {
    Answer answer = ask(PAGE, "identity");

    assertThat(answer.headers()).doesNotContainKey("content-encoding");
    assertThat(answer.header("vary")).contains("accept-encoding");
    assertThat(answer.body()).hasSize(1000);
  }

  @Test
  void finish_shouldStayPlain_whenTheTextIsShort() {
    assertThat(ask(Response.text(200, "text/plain", "short"), "gzip").headers())
        .doesNotContainKey("content-encoding");
  }

  @ParameterizedTest
  @CsvSource({"image/png", "font/woff2", "application/octet-stream"})
  void finish_shouldStayPlain_whenItIsNotText(String type) {
    Answer answer = ask(Response.text(200, type, LONG), "gzip");

    assertThat(answer.headers()).doesNotContainKeys("content-encoding", "vary");
    assertThat(answer.body()).hasSize(1000);
  }

  @Test
  void finish_shouldNotCompressTwice() {
    Representation page = Representation.of(PAGE).with(ContentCoding.BROTLI, new byte[2000]);
    HANDLER.route(page::answer);

    Answer answer =
        HANDLER.ask(EventBuilder.request("GET", "/").header("accept-encoding", "gzip, br"));

    assertThat(answer.header("content-encoding")).contains("br");
    assertThat(answer.body()).hasSize(2000);
  }

  @Test
  void finish_shouldNameAHeaderOnceInVary() {
    Representation page = Representation.of(PAGE).with(ContentCoding.BROTLI, new byte[20]);
    HANDLER.route(page::answer);

    assertThat(HANDLER.ask(EventBuilder.request("GET", "/")).header("vary"))
        .contains("accept-encoding");
  }

  @Test
  void finish_shouldAnswerHeadLikeGetWithoutABody() {
    HANDLER.route(request -> PAGE);
    for (String coding : new String[] {"gzip", "identity"}) {
      Answer get = HANDLER.ask(EventBuilder.request("GET", "/").header("accept-encoding", coding));
      Answer head =
          HANDLER.ask(EventBuilder.request("HEAD", "/").header("accept-encoding", coding));

      assertThat(head.status()).isEqualTo(200);
      assertThat(head.body()).isEmpty();
      Map<String, String> expected = new HashMap<>(get.headers());
      expected.put("content-length", Integer.toString(get.body().length));
      assertThat(head.headers()).isEqualTo(expected);
    }
  }

  @Test
  void finish_shouldSendTheSameVaryWith304AsWith200() {
    Representation list = Representation.of(PAGE);
    HANDLER.route(list::answer);

    Answer whole = HANDLER.ask(EventBuilder.request("GET", "/"));
    Answer unchanged =
        HANDLER.ask(EventBuilder.request("GET", "/").header("if-none-match", list.etag()));

    assertThat(unchanged.status()).isEqualTo(304);
    assertThat(unchanged.body()).isEmpty();
    assertThat(unchanged.header("vary")).isEqualTo(whole.header("vary"));
  }

  @Test
  void toGatewayResponse_shouldKeepBytes_whenTheyAreNotText() {
    byte[] bytes = new byte[256];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }
    Response picture = new Response(200, Map.of("content-type", "image/png"), bytes);

    assertThat(ask(picture, "gzip").body()).isEqualTo(bytes);
    assertThat(ask(new Response(200, Map.of(), bytes), "gzip").body()).isEqualTo(bytes);
  }

  @Test
  void toGatewayResponse_shouldKeepTextReadable_whenItIsNotCompressed() {
    assertThat(ask(Response.text(200, "application/json", "{\"a\":\"आशा 😀\"}"), "").text())
        .isEqualTo("{\"a\":\"आशा 😀\"}");
  }

  private static Answer ask(Response response, String acceptEncoding) {
    HANDLER.route(request -> response);
    return HANDLER.ask(EventBuilder.request("GET", "/").header("accept-encoding", acceptEncoding));
  }
}
