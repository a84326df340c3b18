package com.avonsolutions.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.build.Notice;
import com.avonsolutions.domain.lead.Attribution;
import com.avonsolutions.sandbox.ContentPages;
import com.avonsolutions.sandbox.MutableClock;
import com.avonsolutions.sandbox.Project;
import com.avonsolutions.sandbox.engine.SiteDatabase;
import com.avonsolutions.sandbox.event.Answer;
import com.avonsolutions.sandbox.event.EventBuilder;
import com.avonsolutions.sandbox.event.EventFixtures;
import com.avonsolutions.sandbox.template.SamTemplate;
import com.avonsolutions.text.Markdown;
import com.avonsolutions.web.page.ConsentWords;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ServePagesHandlerTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  private static final String SITE = "https://www.example.com";

  private static final Set<String> ROUTES =
      SamTemplate.ofProject().routes().stream()
          .map(SamTemplate.Route::key)
          .collect(Collectors.toSet());

  private final MutableClock clock = new MutableClock();

  @SuppressWarnings("NullAway.Init") // set before every test
  private ServePagesHandler handler;

  @BeforeEach
  void start() {
    handler = handler(Map.of("SiteUrl", SITE));
  }

  static List<String> pages() {
    return ContentPages.paths();
  }

  private ServePagesHandler handler(Map<String, String> parameters) {
    return new ServePagesHandler(DATABASE.environmentOf("PagesFunction", parameters), clock);
  }

  @Test
  void home_shouldShowATestimonialAndAnFaq_aMinuteAfterStaffPublishedThem() throws IOException {
    assertThat(get("/").text()).doesNotContain("It is quick now", "What does it cost");
    putTestimonial("APPROVED");
    putFaq();
    assertThat(get("/").text()).doesNotContain("It is quick now");

    clock.pass(Duration.ofSeconds(61));

    assertThat(get("/").text())
        .contains("It is quick now &lt;b&gt;really&lt;/b&gt;", "What does it cost?");
  }

  @Test
  void home_shouldNotShowATestimonial_whenItIsPending() throws IOException {
    putTestimonial("PENDING");

    assertThat(get("/").text()).doesNotContain("It is quick now");
  }

  @Test
  void home_shouldBeServed_whenTheStoreIsUnavailable() throws IOException {
    Map<String, String> environment = new HashMap<>(DATABASE.environmentOf("PagesFunction"));
    environment.put("DYNAMODB_ENDPOINT", "http://localhost:1");

    Answer answer =
        EventFixtures.answer(
            new ServePagesHandler(environment), EventBuilder.request("GET", "/").build());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).contains("Broadcast");
  }

  @Test
  void home_shouldHaveTheOwnersTitle_whenItIsSet() throws IOException {
    handler = handler(Map.of("SiteUrl", SITE, "SiteTitle", "Leads for <clinics> in Pune"));

    Document home = Jsoup.parse(get("/").text());

    assertThat(home.title()).isEqualTo("Leads for <clinics> in Pune | Avon Solutions");
    assertThat(home.select("meta[property=og:title]").attr("content"))
        .isEqualTo("Leads for <clinics> in Pune");
  }

  static List<Notice> notices() throws IOException {
    return Notice.readAll(Notice.folder(Project.root()));
  }

  /** With ConsentWordsTest: what is hashed is what is shown. */
  @ParameterizedTest
  @MethodSource("notices")
  void notice_shouldShowTheWordsOfItsFile_atItsOwnAddress(Notice notice) throws IOException {
    String shown = get("/privacy/" + notice.version() + '.' + notice.language()).text();

    int from = 0;
    for (Node node = notice.page().parsed().getFirstChild(); node != null; node = node.getNext()) {
      String words = Markdown.render(node);
      if (node instanceof Heading) {
        words = Jsoup.parse(words).text().replaceAll(" \\{#.*}$", "</h2>");
      }
      assertThat(shown.substring(from)).contains(words);
      from = shown.indexOf(words, from) + words.length();
    }
    assertThat(shown)
        .contains("<h1>" + notice.page().required("heading") + "</h1>")
        .contains("datetime=\"" + notice.page().required("updated") + '"');
  }

  @Test
  void privacy_shouldShowTheVersionThatOurFormsName() throws IOException {
    ConsentWords words = ConsentWords.current();
    String versioned = get("/privacy/" + words.version() + '.' + words.language()).text();

    assertThat(Jsoup.parse(versioned).select("article").html())
        .isEqualTo(Jsoup.parse(get("/privacy").text()).select("article").html());
  }

  @Test
  void page_shouldNameIconsAndManifestThatExist() throws IOException {
    Document home = Jsoup.parse(get("/").text());

    List<String> files = home.select("link[rel~=icon|manifest]").eachAttr("href");
    assertThat(files).hasSize(3);
    for (String file : files) {
      assertThat(get(file).status()).as(file).isEqualTo(200);
    }
  }

  @Test
  void home_shouldHaveNoVideo_whenNoneIsSet() throws IOException {
    Answer home = get("/");

    assertThat(Jsoup.parse(home.text()).select("[data-embed]")).isEmpty();
    assertThat(home.header("content-security-policy").orElse("")).contains("frame-src 'none'");
  }

  @Test
  void home_shouldLoadNothingFromTheProviderBeforeAClick_whenAVideoIsSet() throws IOException {
    handler =
        handler(
            Map.of(
                "SiteUrl", SITE,
                "VideoProvider", "youtube",
                "VideoId", "dQw4w9WgXcQ",
                "VideoTitle", "How a <call> goes",
                "VideoDescription", "Two minutes on how a first call goes.",
                "VideoUploaded", "2026-01-15"));

    Answer home = get("/");
    Document page = Jsoup.parse(home.text());

    assertThat(page.select("iframe, img[src^=http], link[href*=youtube]")).isEmpty();
    assertThat(page.select("[data-embed]").attr("data-embed"))
        .isEqualTo("https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1");
    assertThat(home.header("content-security-policy").orElse(""))
        .contains("frame-src https://www.youtube-nocookie.com;");
    assertThat(page.select("script[type=application/ld+json]").html())
        .contains("\"VideoObject\"", "\"uploadDate\":\"2026-01-15\"", "How a \\u003ccall>");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void page_shouldHaveMetadataForSearchEngines(String path) throws IOException {
    Document page = Jsoup.parse(get(path).text());

    assertThat(page.select("h1")).hasSize(1);
    assertThat(page.title()).hasSizeBetween(10, 75);
    assertThat(page.select("meta[name=description]").attr("content")).hasSizeBetween(70, 160);
    assertThat(page.select("link[rel=canonical]").attr("href"))
        .isEqualTo(path.equals("/") ? SITE + "/" : SITE + path);
    assertThat(page.select("meta[property=og:title]").attr("content")).isNotBlank();
    assertThat(page.select("script[type=application/ld+json]").html())
        .startsWith("{\"@context\":\"https://schema.org\"")
        .contains("\"Organization\"")
        .doesNotContain("Review", "aggregateRating");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void page_shouldLinkOnlyToPagesThatExist(String path) throws IOException {
    Document page = Jsoup.parse(get(path).text());

    TreeSet<String> dead = new TreeSet<>();
    for (Element link : page.select("a[href^=/], form[action^=/], script[src^=/], link[href^=/]")) {
      String address =
          link.hasAttr("href")
              ? link.attr("href")
              : link.hasAttr("src") ? link.attr("src") : link.attr("action");
      String target = address.replaceFirst("[?#].*", "");
      String key = "GET " + target.replaceFirst("^/(faqs|assets)/[^/]+$", "/$1/{}");
      if (!pages().contains(target)
          && ROUTES.stream().map(r -> r.replaceAll("\\{\\w+}", "{}")).noneMatch(key::equals)) {
        dead.add(target);
      }
    }
    assertThat(dead).isEmpty();
    for (Element jump : page.select("a[href^=#]")) {
      assertThat(page.getElementById(jump.attr("href").substring(1)))
          .as(jump.outerHtml())
          .isNotNull();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void page_shouldLoadNothingFromOtherHosts(String path) throws IOException {
    Document page = Jsoup.parse(get(path).text());

    assertThat(page.select("[src^=http], [src^=//], link[href^=http]:not([rel=canonical])"))
        .isEmpty();
    assertThat(page.select("[style], [onclick], [onload], script:not([src]):not([type*=json])"))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void page_shouldBeInTheSitemap(String path) throws IOException {
    assertThat(get("/sitemap.xml").text()).contains("<loc>" + SITE + path + "</loc><lastmod>");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void page_shouldBeCompressed(String path) throws IOException {
    for (String coding : List.of("br", "gzip")) {
      assertThat(answer(request("GET", path).header("accept-encoding", coding)))
          .extracting(Answer::status, answer -> answer.header("content-encoding").orElse(""))
          .containsExactly(200, coding);
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void page_shouldAnswerHeadWithoutBody(String path) throws IOException {
    Answer head = answer(request("HEAD", path));

    assertThat(head.status()).isEqualTo(200);
    assertThat(head.header("etag")).isEqualTo(get(path).header("etag"));
    assertThat(head.body()).isEmpty();
    assertThat(head.header("content-length")).contains(Integer.toString(get(path).body().length));
  }

  @ParameterizedTest
  @CsvSource({"POST, /f%2Fsample", "POST, /api%2Fleads", "GET, /api%2Ffaqs", "DELETE, /nowhere"})
  void path_shouldNotBeFound_whenItIsLikeThatOfARouteButEncoded(String method, String path)
      throws IOException {
    Answer answer = answer(request(method, path).routeKey("$default"));

    assertThat(answer.status()).isEqualTo(404);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void page_shouldNameItsMethods_whenTheMethodIsAnother(String path) throws IOException {
    Answer answer = answer(request("POST", path));

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.header("allow")).contains("GET, HEAD");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void page_shouldRedirect_whenASlashFollows(String path) throws IOException {
    Answer answer = answer(request("GET", path + "/?a=b"));

    assertThat(answer.status()).isEqualTo(308);
    assertThat(answer.header("location")).contains(path + "?a=b");
  }

  @ParameterizedTest
  @MethodSource("pages")
  void page_shouldAnswer304_whenTheClientHasTheLatest(String path) throws IOException {
    String etag = get(path).header("etag").orElseThrow();

    Answer again = answer(request("GET", path).header("if-none-match", etag));

    assertThat(again.status()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(again.header("cache-control")).isPresent();
  }

  @Test
  void asset_shouldBeCachedForAYear_andCompressed() throws IOException {
    String script = Jsoup.parse(get("/").text()).select("script[src]").attr("src");
    EventBuilder request =
        EventBuilder.request("GET", script)
            .routeKey("GET /assets/{file}")
            .header("accept-encoding", "gzip, br");

    Answer answer = answer(request);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("content-type")).contains("text/javascript; charset=utf-8");
    assertThat(answer.header("cache-control")).contains("public, max-age=31536000, immutable");
    assertThat(answer.header("content-encoding")).contains("br");
  }

  @Test
  void leadScript_shouldFitInto3000Bytes() throws IOException {
    Answer gzip = answer(EventBuilder.request("GET", "/lead.js").header("accept-encoding", "gzip"));
    Answer brotli = answer(EventBuilder.request("GET", "/lead.js").header("accept-encoding", "br"));

    System.out.printf(
        "lead.js: %d bytes in gzip, %d in Brotli%n", gzip.body().length, brotli.body().length);
    assertThat(gzip.header("content-encoding")).contains("gzip");
    assertThat(gzip.body()).hasSizeLessThanOrEqualTo(3_000);
  }

  @Test
  void leadScript_shouldKnowEveryCampaignField() throws IOException {
    assertThat(get("/lead.js").text()).contains("'" + String.join(" ", Attribution.CAMPAIGN) + "'");
  }

  /** A syntax error in an old browser would be logged on another site's page. */
  @Test
  void leadScript_shouldUseOldJavaScriptOnly() throws IOException {
    String script = get("/lead.js").text();

    assertThat(script).doesNotContain("?.", "??", "||=", "**", "async ", "catch {", "...", "eval(");
  }

  @Test
  void home_shouldSkipAnFaq_whenItIsIncomplete() throws IOException {
    putFaq();
    Map<String, AttributeValue> half =
        Map.of(
            "slug", AttributeValue.fromS("half-done"),
            "state", AttributeValue.fromS("PUBLISHED"),
            "question", AttributeValue.fromS("Who am I?"));
    DATABASE.client().putItem(put -> put.tableName("FaqsTable").item(half));

    assertThat(get("/").text()).contains("What does it cost?").doesNotContain("Who am I?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/faqs/%0d%0aX-Injected:1/", "/faqs/%E0%A4%B9%E0%A4%BF/", "//evil.example/"})
  void defaultRoute_shouldNotRedirect_whenThePathIsInvalid(String path) throws IOException {
    Answer answer = answer(EventBuilder.request("GET", path).routeKey("$default"));

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("location")).isEmpty();
  }

  @Test
  void sitemap_shouldBeNotFound_withoutTheSitesAddress() throws IOException {
    handler = handler(Map.of());

    assertThat(get("/sitemap.xml").status()).isEqualTo(404);
    assertThat(get("/").text()).doesNotContain("rel=\"canonical\"", "ld+json", "og:url");
  }

  @Test
  void sitemap_shouldHaveTheDayInIndia_onWhichAnFaqChanged() throws IOException {
    putFaq();
    handler = handler(Map.of("SiteUrl", "https://www.example.com"));

    assertThat(get("/sitemap.xml").text())
        .contains("<loc>https://www.example.com/faqs/cost</loc><lastmod>2026-11-02</lastmod>");
  }

  private Answer get(String path) throws IOException {
    return answer(request("GET", path));
  }

  /** With the route that API Gateway matches. */
  private static EventBuilder request(String method, String path) {
    String key = method + " " + path;
    return EventBuilder.request(method, path).routeKey(ROUTES.contains(key) ? key : "$default");
  }

  private Answer answer(EventBuilder event) throws IOException {
    return EventFixtures.answer(handler, event.build());
  }

  private static void putTestimonial(String state) {
    Map<String, AttributeValue> item =
        Map.of(
            "id", AttributeValue.fromS("t1"),
            "state", AttributeValue.fromS(state),
            "name", AttributeValue.fromS("Meera"),
            "text", AttributeValue.fromS("It is quick now <b>really</b>."),
            "receivedAt", AttributeValue.fromS("2026-11-01T10:00:00Z"));
    DATABASE.client().putItem(put -> put.tableName("TestimonialsTable").item(item));
  }

  private static void putFaq() {
    Map<String, AttributeValue> item =
        Map.of(
            "slug", AttributeValue.fromS("cost"),
            "state", AttributeValue.fromS("PUBLISHED"),
            "question", AttributeValue.fromS("What does it cost?"),
            "category", AttributeValue.fromS("Prices"),
            "order", AttributeValue.fromN("1"),
            "featured", AttributeValue.fromBool(true),
            "answerHtml", AttributeValue.fromS("<p>It depends.</p>"),
            "updatedAt", AttributeValue.fromS("2026-11-01T18:30:00Z"));
    DATABASE.client().putItem(put -> put.tableName("FaqsTable").item(item));
  }
}
