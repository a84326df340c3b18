package com.avonsolutions.testimonials;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.sandbox.MutableClock;
import com.avonsolutions.sandbox.engine.SiteDatabase;
import com.avonsolutions.sandbox.event.Answer;
import com.avonsolutions.sandbox.event.EventBuilder;
import com.avonsolutions.sandbox.event.EventFixtures;
import com.avonsolutions.web.page.ConsentWords;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class SubmitTestimonialsHandlerTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  private static final String BODY =
      """
      {"name":"Meera <b>Nair</b>","role":"Owner","company":"Nair & Sons",
       "text":"They answered every question. <script>alert(1)</script>","rating":4,"consent":true}
      """;

  @SuppressWarnings("NullAway.Init") // set before any test runs
  private static SubmitTestimonialsHandler handler;

  @BeforeAll
  static void start() {
    handler = new SubmitTestimonialsHandler(DATABASE.environmentOf("TestimonialsFunction"));
  }

  @Test
  void list_shouldNotShowATestimonial_beforeItIsApproved() throws IOException {
    assertThat(post().status()).isEqualTo(202);

    assertThat(get("/api/testimonials").json()).isEqualTo(Map.of("testimonials", List.of()));
    assertThat(get("/testimonials").text()).doesNotContain("Nair");
  }

  @Test
  void list_shouldShowATestimonial_whenItIsApproved() throws IOException {
    String id = String.valueOf(post().json().get("id"));
    decide(id, "APPROVED");

    Answer list = get("/api/testimonials");
    Document page = Jsoup.parse(get("/testimonials").text());

    assertThat(list.text()).contains("\"rating\":4", "\"company\":\"Nair & Sons\"", id);
    assertThat(page.text()).contains("Meera <b>Nair</b>", "<script>alert(1)</script>");
    assertThat(page.select("main script")).isEmpty();
  }

  @Test
  void list_shouldNotShowATestimonial_whenItIsRejectedOrSpam() throws IOException {
    decide(String.valueOf(post().json().get("id")), "REJECTED");
    post(BODY.replace("\"role\"", "\"website\":\"x\",\"role\""));

    assertThat(get("/api/testimonials").json()).isEqualTo(Map.of("testimonials", List.of()));
    assertThat(states()).containsExactlyInAnyOrder("REJECTED", "SPAM");
  }

  @Test
  void list_shouldAnswer304_whenTheClientHasTheLatest() throws IOException {
    String etag = get("/api/testimonials").header("etag").orElseThrow();

    Answer again =
        answer(EventBuilder.request("GET", "/api/testimonials").header("if-none-match", etag));

    assertThat(again.status()).isEqualTo(304);
    assertThat(again.text()).isEmpty();
  }

  @Test
  void post_shouldStoreOneTestimonial_whenItIsSentTwice() throws IOException {
    Answer first = post();
    Answer again = post();

    assertThat(again.json()).isEqualTo(first.json());
    assertThat(states()).containsExactly("PENDING");
  }

  /** In the transaction of the testimonial, with the words that the page showed. */
  @Test
  void postForm_shouldRecordTheConsentToPublish() throws IOException {
    Document page = Jsoup.parse(get("/testimonials").text());
    Map<String, String> fields = new HashMap<>();
    page.select("form [name]:not([type=checkbox]):not([type=radio])")
        .forEach(field -> fields.put(field.attr("name"), field.val()));
    fields.put("name", "Meera");
    fields.put("text", "They found out why nobody called and fixed it.");
    fields.put("consent", "yes");

    EventBuilder event =
        EventBuilder.request("POST", "/testimonials").header("accept", "text/html").form(fields);
    assertThat(answer(event).status()).isEqualTo(303);
    assertThat(answer(event).status()).isEqualTo(303);

    assertThat(items("ConsentsTable"))
        .singleElement()
        .satisfies(
            record ->
                assertThat(record)
                    .containsEntry(
                        "subject", AttributeValue.fromS("testimonial#" + onlyTestimonialId()))
                    .containsEntry("method", AttributeValue.fromS("ticked"))
                    .containsEntry(
                        "purposes",
                        AttributeValue.fromL(List.of(AttributeValue.fromS("publish-testimonial"))))
                    .containsEntry("wordsHash", AttributeValue.fromS(ConsentWords.current().hash()))
                    .doesNotContainKey("expiresAt"));
  }

  private static String onlyTestimonialId() {
    return items("TestimonialsTable").stream()
        .filter(item -> item.containsKey("state"))
        .flatMap(item -> Optional.ofNullable(item.get("id")).stream())
        .map(AttributeValue::s)
        .collect(Collectors.joining());
  }

  private static List<Map<String, AttributeValue>> items(String table) {
    return DATABASE.client().scan(scan -> scan.tableName(table).consistentRead(true)).items();
  }

  @Test
  void postForm_shouldShowTheFormAgainWithEverythingTyped_afterAMistake() throws IOException {
    Answer answer =
        answer(
            EventBuilder.request("POST", "/testimonials")
                .header("accept", "text/html")
                .form("name=Meera&role=Owner&text=short&rating=3&consent=yes"));

    Document page = Jsoup.parse(answer.text());
    assertThat(answer.status()).isEqualTo(422);
    assertThat(page.select("#errors a").eachAttr("href")).containsExactly("#text");
    assertThat(page.select("[name=name]").val()).isEqualTo("Meera");
    assertThat(page.select("[name=rating][checked]").val()).isEqualTo("3");
    assertThat(page.select("[name=consent]").hasAttr("checked")).isTrue();
    assertThat(page.text()).doesNotContain("Nobody’s words stand here yet");
  }

  @Test
  void words_shouldHaveTheirOwnDirection_whateverTheirScript() throws IOException {
    String urdu = "بہت اچھا کام کیا، وقت پر اور صاف صاف بات کی۔ شکریہ";
    String turned = "Meera \u202eriaN";
    String body =
        "{\"name\":\"%s\",\"company\":\"Nair\",\"text\":\"%s\",\"consent\":true}"
            .formatted(turned, urdu);
    decide(String.valueOf(post(body).json().get("id")), "APPROVED");

    Document page = Jsoup.parse(get("/testimonials").text());

    assertThat(page.select("blockquote[dir=auto]").text()).contains(urdu);
    assertThat(page.select("figcaption bdi").eachText()).hasSize(2);
    assertThat(page.select("form input[type=text]:not([name=website]), form textarea"))
        .allMatch(input -> input.attr("dir").equals("auto"));
  }

  @Test
  void post_shouldBeRefusedForMinutes_whenOneNetworkSendsTooMany() throws IOException {
    MutableClock clock = new MutableClock();
    try (SubmitTestimonialsHandler limited =
        new SubmitTestimonialsHandler(DATABASE.environmentOf("TestimonialsFunction"), clock)) {
      for (int i = 0; i < 20; i++) {
        String address = "2001:db8:1:2::" + i;
        assertThat(EventFixtures.answer(limited, from(address, "words " + i)).status())
            .isEqualTo(202);
      }

      Answer refused = EventFixtures.answer(limited, from("2001:db8:1:2:f::1", "words"));

      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.header("retry-after")).contains("600");
      assertThat(EventFixtures.answer(limited, from("2001:db8:1:3::1", "others")).status())
          .isEqualTo(202);
      clock.pass(Duration.ofMinutes(10));
      assertThat(EventFixtures.answer(limited, from("2001:db8:1:2::1", "later")).status())
          .isEqualTo(202);
    }
  }

  private static byte[] from(String address, String name) {
    return EventBuilder.request("POST", "/api/testimonials")
        .sourceIp(address)
        .json(BODY.replace("Meera", name))
        .build();
  }

  private static Answer post() throws IOException {
    return post(BODY);
  }

  private static Answer post(String body) throws IOException {
    return answer(EventBuilder.request("POST", "/api/testimonials").json(body));
  }

  private static Answer get(String path) throws IOException {
    return answer(EventBuilder.request("GET", path));
  }

  private static Answer answer(EventBuilder event) throws IOException {
    return EventFixtures.answer(handler, event.build());
  }

  private static void decide(String id, String state) {
    DATABASE
        .client()
        .updateItem(
            update ->
                update
                    .tableName("TestimonialsTable")
                    .key(Map.of("id", AttributeValue.fromS(id)))
                    .updateExpression("SET #state = :state")
                    .expressionAttributeNames(Map.of("#state", "state"))
                    .expressionAttributeValues(Map.of(":state", AttributeValue.fromS(state))));
  }

  private static List<String> states() {
    return DATABASE
        .client()
        .scanPaginator(scan -> scan.tableName("TestimonialsTable"))
        .items()
        .stream()
        .filter(item -> item.containsKey("text"))
        .map(item -> Objects.requireNonNull(item.get("state")).s())
        .toList();
  }
}
