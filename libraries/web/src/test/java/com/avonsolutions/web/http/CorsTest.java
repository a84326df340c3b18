package com.avonsolutions.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.avonsolutions.sandbox.event.Answer;
import com.avonsolutions.sandbox.event.EventBuilder;
import com.avonsolutions.sandbox.template.TemplateException;
import com.avonsolutions.web.function.TestHandler;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorsTest {
  private static final TestHandler HANDLER = new TestHandler();

  @AfterAll
  static void close() {
    HANDLER.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://a.example", "https://b.example"})
  void apply_shouldLetScriptsRead_whenTheirOriginIsAllowed(String origin) {
    HANDLER.route(request -> Response.of(204));

    assertThat(ask("/api/leads", origin).headers())
        .containsEntry("access-control-allow-origin", origin)
        .containsEntry("access-control-expose-headers", "retry-after")
        .containsEntry("vary", "origin")
        .doesNotContainKey("access-control-allow-credentials");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "*",
        "",
        "https://c.example",
        "http://a.example",
        "https://a.example:8443",
        "https://a.example.evil.example",
        "https://a.example,https://b.example",
        "HTTPS://A.EXAMPLE",
      })
  void apply_shouldAllowNothing_whenTheOriginIsNotListed(String origin) {
    HANDLER.route(request -> Response.of(204));

    assertThat(ask("/api/leads", origin).headers())
        .containsEntry("vary", "origin")
        .doesNotContainKeys("access-control-allow-origin", "access-control-expose-headers");
  }

  @Test
  void apply_shouldAddHeadersToErrors() {
    HANDLER.failing(new IllegalStateException("secret"));

    Answer answer = ask("/api/leads", "https://a.example");

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.headers())
        .containsEntry("access-control-allow-origin", "https://a.example")
        .hasEntrySatisfying("vary", vary -> assertThat(vary).contains("origin"));
  }

  @Test
  void apply_shouldAddNothingToPages() {
    HANDLER.route(request -> Response.of(204));

    assertThat(ask("/contact", "https://a.example").headers())
        .doesNotContainKeys("access-control-allow-origin", "vary");
  }

  @Test
  void preflight_shouldNameMethodsAndHeaders_whenTheOriginIsAllowed() {
    HANDLER.route(request -> HANDLER.cors.preflight(request, "POST, OPTIONS"));

    Answer answer = preflight("https://a.example");

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers())
        .containsEntry("access-control-allow-origin", "https://a.example")
        .containsEntry("access-control-allow-methods", "POST, OPTIONS")
        .containsEntry("access-control-allow-headers", "content-type, idempotency-key")
        .containsEntry("access-control-max-age", "7200");
  }

  @Test
  void preflight_shouldAllowNothing_whenTheOriginIsNotListed() {
    HANDLER.route(request -> HANDLER.cors.preflight(request, "POST, OPTIONS"));

    Answer answer = preflight("https://c.example");

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.headers().keySet()).noneMatch(name -> name.startsWith("access-control-"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "", "https://a.example"})
  void apply_shouldAllowNothing_whenTheSettingIsEmpty(String origin) {
    try (TestHandler closed = new TestHandler(Map.of("AllowedOrigins", ""))) {
      assertThat(
              closed
                  .ask(EventBuilder.request("POST", "/api/leads").header("origin", origin))
                  .headers())
          .doesNotContainKey("access-control-allow-origin");
    }
  }

  /** The template refuses it, so that neither a deployment nor the local server starts with it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://a.example/",
        "https://a.example,https://b.example/path",
        "a.example",
        "*",
        "https://A.example",
        "https://a.example;https://b.example",
        "null"
      })
  void setting_shouldBeRefused_whenItIsNoOriginAsBrowsersWriteIt(String origins) {
    assertThatThrownBy(() -> new TestHandler(Map.of("AllowedOrigins", origins)))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("AllowedOrigins");
  }

  private static Answer ask(String path, String origin) {
    return HANDLER.ask(EventBuilder.request("POST", path).header("origin", origin));
  }

  private static Answer preflight(String origin) {
    return HANDLER.ask(
        EventBuilder.request("OPTIONS", "/api/leads")
            .header("origin", origin)
            .header("access-control-request-method", "POST"));
  }
}
