package com.avonsolutions.local.blackbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.sandbox.event.Answer;
import com.avonsolutions.sandbox.event.WireRequest;
import com.avonsolutions.sandbox.template.SamTemplate;
import com.avonsolutions.staff.Main;
import java.io.IOException;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that need several requests or a look into the tables. */
class SiteOverHttpTest {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final Pattern SCRIPT = Pattern.compile("=\"(/assets/[^\"]+[.]js)\"");

  @RegisterExtension static final SiteUnderTest SITE = new SiteUnderTest();

  /** Pages have HEAD beside GET. Paths with parameters are left out. */
  static Stream<String> pages() {
    return SamTemplate.ofProject().routes().stream()
        .map(SamTemplate.Route::key)
        .filter(key -> key.startsWith("HEAD /") && !key.contains("{"))
        .map(key -> key.substring("HEAD ".length()));
  }

  /** Pictures are compressed by themselves. */
  static Stream<String> texts() {
    return pages().filter(path -> !path.matches(".*[.](ico|png)"));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void page_shouldExist_whenTheTemplateHasItsRoute(String path) throws IOException {
    assertThat(SITE.send(WireRequest.get(path)).status()).isEqualTo(200);
  }

  /** The cache key of cloudfront.yaml is the URL and the encoding alone. */
  @ParameterizedTest
  @MethodSource("texts")
  void page_shouldVaryByEncodingOnly_whenItIsPublic(String path) throws IOException {
    Answer page = SITE.send(WireRequest.get(path));

    if (page.header("cache-control").orElse("").contains("public")) {
      assertThat(page.header("vary")).contains("accept-encoding");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/faqs"})
  void page_shouldBeTheSame_whenItIsCompressed(String path) throws IOException {
    Answer plain = SITE.send(WireRequest.get(path));
    Answer gzip = SITE.send(WireRequest.get(path).with("accept-encoding", "gzip"));

    assertThat(gzip.header("content-encoding")).contains("gzip");
    assertThat(gzip.body().length).isLessThan(plain.body().length);
    assertThat(gzip.text()).isEqualTo(plain.text());
  }

  /** Without secrets in the environment the command uses the sample secrets. */
  @Test
  void platforms_shouldGetTheAnswersThatTheyExpect() {
    assertThat(
            Main.run(
                Map.of(), System.out, System.err, "samples", "send", SITE.address().toString()))
        .isZero();
  }

  @Test
  void asset_shouldBeCachedForAYear_whenAPageNamesIt() throws IOException {
    Matcher asset = SCRIPT.matcher(SITE.send(WireRequest.get("/contact")).text());
    assertThat(asset.find()).isTrue();

    Answer script = SITE.send(WireRequest.get(asset.group(1)));

    assertThat(script.status()).isEqualTo(200);
    assertThat(script.headers())
        .containsEntry("content-type", "text/javascript; charset=utf-8")
        .containsEntry("cache-control", "public, max-age=31536000, immutable");
    assertThat(script.text()).contains("addEventListener");
  }

  @Test
  void lead_shouldBeInTheTableOnce_whenABrowserSendsTheFormTwice() throws IOException {
    WireRequest form =
        WireRequest.post(
            "/contact",
            FORM,
            form(
                Map.of(
                    "name", "आशा कुलकर्णी",
                    "phone", "98765 43210",
                    "message", "Two lines,\r\nand a \"quote\" & more.",
                    "consent", "yes",
                    "submissionKey", "black-box-form-1")));

    for (int press = 0; press < 2; press++) {
      Answer answer = SITE.send(form);
      assertThat(answer.status()).isEqualTo(303);
      assertThat(answer.header("location")).contains("/contact/thanks");
    }

    assertThat(leads("आशा कुलकर्णी"))
        .singleElement()
        .satisfies(
            lead ->
                assertThat(lead)
                    .containsEntry("phone", "+919876543210")
                    .containsEntry("message", "Two lines,\nand a \"quote\" & more."));
  }

  @Test
  void lead_shouldBeInTheTableUnderTheIdOfTheAnswer_whenAScriptSendsJson() throws IOException {
    byte[] json =
        "{\"name\":\"Json Singh \uD83D\uDE80\",\"email\":\"json@example.com\",\"consent\":true}"
            .getBytes(UTF_8);

    Answer answer = SITE.send(WireRequest.post("/api/leads", "application/json", json));

    assertThat(answer.status()).isEqualTo(201);
    assertThat(leads("Json Singh \uD83D\uDE80"))
        .singleElement()
        .satisfies(
            lead ->
                assertThat(lead)
                    .containsEntry("id", (String) answer.json().get("id"))
                    .containsEntry("email", "json@example.com"));
  }

  @Test
  void lead_shouldBeInTheTable_whenItComesAsMultipart() throws IOException {
    String part = "--edge\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n";
    String body =
        part.formatted("name", "मल्टी Part")
            + part.formatted("phone", "+91 98765 43211")
            + part.formatted("consent", "yes")
            + "--edge--\r\n";

    Answer answer =
        SITE.send(
            WireRequest.post(
                "/api/leads", "multipart/form-data; boundary=edge", body.getBytes(UTF_8)));

    assertThat(answer.status()).isEqualTo(201);
    assertThat(leads("मल्टी Part"))
        .singleElement()
        .satisfies(lead -> assertThat(lead).containsEntry("phone", "+919876543211"));
  }

  @Test
  void lead_shouldNotBeInTheTable_whenItHasMistakes() throws IOException {
    Answer answer =
        SITE.send(
            WireRequest.post("/contact", FORM, form(Map.of("name", "Mistaken", "phone", "12"))));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text()).contains("value=\"Mistaken\"");
    assertThat(leads("Mistaken")).isEmpty();
  }

  @Test
  void testimonial_shouldWaitInTheTable_whenItIsNew() throws IOException {
    byte[] json =
        "{\"name\":\"Black Box\",\"text\":\"They answered every call.\",\"rating\":5,\"consent\":true}"
            .getBytes(UTF_8);

    Answer answer = SITE.send(WireRequest.post("/api/testimonials", "application/json", json));

    assertThat(answer.status()).isEqualTo(202);
    assertThat(SITE.submissions("TestimonialsTable"))
        .filteredOn(item -> "Black Box".equals(item.get("name")))
        .singleElement()
        .satisfies(item -> assertThat(item).containsEntry("state", "PENDING"));
    assertThat(SITE.send(WireRequest.get("/api/testimonials")).text()).doesNotContain("Black Box");
  }

  @Test
  void faq_shouldBeFound_whenItIsAskedInHinglish() throws IOException {
    String question = "q=" + URLEncoder.encode("kitne din me ads se lead aayegi", UTF_8);

    Answer answer = SITE.send(WireRequest.get("/api/faqs/answers?" + question));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("content-type")).contains("application/json");
    assertThat(answer.json()).containsEntry("answered", true);
  }

  @Test
  void unknownAddress_shouldBe404_inTheFormThatWasAskedFor() throws IOException {
    Answer page = SITE.send(WireRequest.get("/nothing").with("accept", "text/html"));
    Answer api = SITE.send(WireRequest.get("/api/nothing"));

    assertThat(page.status()).isEqualTo(404);
    assertThat(page.header("content-type")).contains("text/html; charset=utf-8");
    assertThat(api.status()).isEqualTo(404);
    assertThat(api.header("content-type")).contains("application/problem+json");
  }

  @Test
  void wrongMethod_shouldBe405_withTheMethodsThatAreAllowed() throws IOException {
    Answer answer = SITE.send(new WireRequest("DELETE", "/contact", Map.of(), new byte[0]));

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("allow")).contains("GET, HEAD, POST");
  }

  @Test
  void script_shouldReadTheAnswer_whenItsOriginIsAllowed() throws IOException {
    String origin = "https://offers.example.com";

    Answer preflight =
        SITE.send(
            new WireRequest("OPTIONS", "/api/leads", Map.of(), new byte[0])
                .with("origin", origin)
                .with("access-control-request-method", "POST")
                .with("access-control-request-headers", "content-type"));
    Answer mistake =
        SITE.send(
            WireRequest.post("/api/leads", "application/json", "{}".getBytes(UTF_8))
                .with("origin", origin));

    assertThat(preflight.status()).isEqualTo(204);
    assertThat(preflight.headers())
        .containsEntry("access-control-allow-origin", origin)
        .hasEntrySatisfying(
            "access-control-allow-methods", methods -> assertThat(methods).contains("POST"));
    assertThat(mistake.status()).isEqualTo(422);
    assertThat(mistake.headers()).containsEntry("access-control-allow-origin", origin);
  }

  private static List<Map<String, String>> leads(String name) {
    return SITE.submissions("LeadsTable").stream()
        .filter(lead -> name.equals(lead.get("name")))
        .toList();
  }

  private static byte[] form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"))
        .getBytes(UTF_8);
  }
}
