package com.avonsolutions.web.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepresentationTest {
  private static final Representation PLAIN =
      Representation.of(Response.text(200, "text/plain", "text").with("cache-control", "public"));
  private static final Representation CODED =
      PLAIN
          .with(ContentCoding.GZIP, "in gzip".getBytes(UTF_8))
          .with(ContentCoding.BROTLI, "in brotli".getBytes(UTF_8));

  @Test
  void answer_shouldUseTheBestCodingThatTheClientAccepts() {
    assertBody(CODED.answer(Requests.get("/", "accept-encoding", "gzip, br")), "in brotli", "br");
    assertBody(CODED.answer(Requests.get("/", "accept-encoding", "gzip")), "in gzip", "gzip");
    assertBody(
        CODED.answer(Requests.get("/", "accept-encoding", "gzip, br;q=0")), "in gzip", "gzip");
  }

  @Test
  void answer_shouldBePlain_whenTheClientAcceptsNoCoding() {
    for (Response response :
        new Response[] {
          CODED.answer(Requests.get("/")),
          CODED.answer(Requests.get("/", "accept-encoding", "identity"))
        }) {
      assertThat(response.body()).asString(UTF_8).isEqualTo("text");
      assertThat(response.headers())
          .containsEntry("vary", "accept-encoding")
          .doesNotContainKey("content-encoding");
    }
  }

  @Test
  void etag_shouldBeWeakAndDependOnTheContentOnly() {
    assertThat(PLAIN.etag()).matches("W/\"[0-9a-f]{20}\"").isEqualTo(CODED.etag());
    assertThat(PLAIN.withHeader("x", "y").etag()).isEqualTo(PLAIN.etag());
    assertThat(Representation.of(Response.text(200, "text/plain", "texT")).etag())
        .isNotEqualTo(PLAIN.etag());
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", " * ", "%s", " %s", "W/%s", "\"a\", %s", "\"a\",W/%s,\"b\""})
  void answer_shouldBe304_whenTheClientHasIt(String ifNoneMatch) {
    String opaque = CODED.etag().substring(2);
    Request request =
        Requests.get(
            "/", "if-none-match", ifNoneMatch.replace("%s", opaque), "accept-encoding", "br");

    Response response = CODED.answer(request);

    assertThat(response.status()).isEqualTo(304);
    assertThat(response.body()).isEmpty();
    assertThat(response.headers())
        .containsEntry("etag", CODED.etag())
        .containsEntry("vary", "accept-encoding")
        .containsEntry("cache-control", "public")
        .doesNotContainKey("content-encoding");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\"\"", "W/\"a\"", "a, b", "\"*\"", "w/%s", "%s0"})
  void answer_shouldBe200_whenTheClientHasAnotherVersion(String ifNoneMatch) {
    String opaque = PLAIN.etag().substring(2);
    Request request = Requests.get("/", "if-none-match", ifNoneMatch.replace("%s", opaque));

    assertThat(PLAIN.answer(request).status()).isEqualTo(200);
  }

  private static void assertBody(Response response, String body, String coding) {
    assertThat(response.body()).asString(UTF_8).isEqualTo(body);
    assertThat(response.headers())
        .containsEntry("content-encoding", coding)
        .containsEntry("vary", "accept-encoding");
  }
}
