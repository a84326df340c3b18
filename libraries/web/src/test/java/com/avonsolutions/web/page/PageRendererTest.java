package com.avonsolutions.web.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.domain.submission.Violation;
import com.avonsolutions.domain.testimonial.Testimonial;
import com.avonsolutions.domain.testimonial.TestimonialState;
import com.avonsolutions.web.form.Rejection;
import com.avonsolutions.web.function.TestHandler;
import com.avonsolutions.web.http.Response;
import gg.jte.Content;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PageRendererTest {
  /** Has an effect wherever it is not escaped. */
  private static final String HOSTILE = "x\" onx='y' ><i id=hostile></i></style>&lt;'";

  private static final Map<String, String> SETTINGS =
      Map.of(
          "SiteUrl",
          "https://www.example.com",
          "ContactEmail",
          HOSTILE,
          "ContactPhone",
          "+91 98765 43210" + HOSTILE,
          // The template allows digits only.
          "ContactWhatsapp",
          "919876543210",
          "ContactAddress",
          HOSTILE);

  /** A rendered page, named by its content. */
  private record Page(String name, Response response) {
    @Override
    public String toString() {
      return name;
    }

    String html() {
      return new String(response.body(), UTF_8);
    }
  }

  static Stream<Page> pages() {
    try (TestHandler handler = new TestHandler(SETTINGS)) {
      PageRenderer pages = handler.pages;
      Head head = Head.of("/contact/" + HOSTILE, HOSTILE, HOSTILE);
      FormView form =
          new FormView(HOSTILE, values(), Map.of("name", HOSTILE), Optional.of(HOSTILE));
      Testimonial testimonial =
          new Testimonial(
              "id",
              HOSTILE,
              Optional.of(HOSTILE),
              Optional.of(HOSTILE),
              HOSTILE,
              OptionalInt.of(4),
              TestimonialState.APPROVED,
              Instant.EPOCH,
              true);
      Map<String, Content> bodies = new TreeMap<>();
      bodies.put("form", pages.templates().contactForm(form, false));
      bodies.put("empty form", pages.templates().contactForm(FormView.empty("key"), true));
      bodies.put(
          "rejected form",
          pages
              .templates()
              .contactForm(
                  FormView.rejected(
                      HOSTILE,
                      values(),
                      new Rejection(
                          422, List.of(new Violation("email", HOSTILE)), Optional.empty())),
                  false));
      bodies.put(
          "problem",
          pages
              .templates()
              .problem(422, HOSTILE, HOSTILE, List.of(new Violation(HOSTILE, HOSTILE))));
      bodies.put("not found", pages.templates().problem(404, HOSTILE, HOSTILE, List.of()));
      bodies.put("testimonial", pages.templates().testimonial(testimonial));
      return bodies.entrySet().stream()
          .map(body -> new Page(body.getKey(), pages.page(200, head, body.getValue())))
          .toList()
          .stream();
    }
  }

  private static Map<String, String> values() {
    Map<String, String> values = new TreeMap<>();
    for (String field :
        new String[] {
          "name",
          "phone",
          "email",
          "company",
          "service",
          "message",
          "consent",
          "website",
          "page",
          "utm_source",
          "gclid"
        }) {
      values.put(field, HOSTILE);
    }
    return values;
  }

  @ParameterizedTest
  @MethodSource("pages")
  void page_shouldAllowExactlyItsOwnStylesheet(Page page) throws NoSuchAlgorithmException {
    String html = page.html();
    int start = html.indexOf("<style>") + "<style>".length();
    String stylesheet = html.substring(start, html.indexOf("</style>", start));
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(stylesheet.getBytes(UTF_8));

    assertThat(stylesheet).hasSizeGreaterThan(1000).doesNotContain("\r", "<");
    assertThat(page.response().headers().get("content-security-policy"))
        .contains("style-src 'sha256-" + Base64.getEncoder().encodeToString(hash) + "';")
        .contains("script-src 'self';", "base-uri 'none'", "form-action 'self'", "frame-src 'none'")
        .doesNotContain("unsafe", "*");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void page_shouldEscapeTypedText(Page page) {
    Document document = Jsoup.parse(page.html());

    assertThat(document.select("#hostile")).isEmpty();
    assertThat(page.html()).contains("&lt;i id=hostile").doesNotContain("<i id=hostile");
    assertThat(document.title()).contains(HOSTILE);
    assertThat(document.select("meta[name=description]").attr("content")).isEqualTo(HOSTILE);
    assertThat(document.select("link[rel=canonical]").attr("href"))
        .isEqualTo("https://www.example.com/contact/" + HOSTILE);
    assertThat(document.select("footer address").text()).contains(HOSTILE);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void page_shouldHaveNothingThatItsPolicyForbids(Page page) {
    Document document = Jsoup.parse(page.html());

    assertThat(document.select("style")).hasSize(1);
    assertThat(document.select("[style]")).isEmpty();
    for (Element element : document.getAllElements()) {
      assertThat(element.attributes().asList())
          .as(element.tagName())
          .noneMatch(attribute -> attribute.getKey().startsWith("on"))
          .noneMatch(attribute -> attribute.getValue().strip().startsWith("javascript:"));
    }
    for (Element script : document.select("script")) {
      assertThat(script.data()).isEmpty();
      assertThat(script.attr("src")).startsWith("/assets/");
    }
    assertThat(document.select("iframe, object, embed, base")).isEmpty();
  }

  @Test
  void form_shouldShowWhatWasTyped() {
    Page form = pages().filter(page -> page.name().equals("form")).findFirst().orElseThrow();
    Document document = Jsoup.parse(form.html());

    for (String field : new String[] {"name", "phone", "email", "company", "utm_source"}) {
      assertThat(document.select("input[name=" + field + "]").attr("value"))
          .as(field)
          .isEqualTo(HOSTILE);
    }
    assertThat(document.select("textarea[name=message]").text()).isEqualTo(HOSTILE);
    assertThat(document.select("input[name=submissionKey]").attr("value")).isEqualTo(HOSTILE);
    assertThat(document.select("#name-error").text()).isEqualTo(HOSTILE);
  }

  @Test
  void policyWithFrame_shouldAllowFramesOfThatOriginOnly() {
    try (TestHandler handler = new TestHandler()) {
      assertThat(handler.pages.policyWithFrame("https://player.example"))
          .isEqualTo(
              handler
                  .pages
                  .policy()
                  .replace("frame-src 'none'", "frame-src https://player.example"));
    }
  }
}
