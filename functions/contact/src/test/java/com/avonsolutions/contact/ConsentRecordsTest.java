package com.avonsolutions.contact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.build.Notice;
import com.avonsolutions.build.WordsHash;
import com.avonsolutions.domain.consent.ShownWords;
import com.avonsolutions.domain.form.Form;
import com.avonsolutions.domain.form.FormStore;
import com.avonsolutions.sandbox.Project;
import com.avonsolutions.sandbox.engine.FaultyDynamoDb.Fault;
import com.avonsolutions.sandbox.engine.SiteDatabase;
import com.avonsolutions.sandbox.event.Answer;
import com.avonsolutions.sandbox.event.EventBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Each lead of a form has one record of consent, which claims no more than was seen. */
class ConsentRecordsTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  private static final String UNKNOWN = "unknown words of consent";

  private final ContactFixture fixture = new ContactFixture(DATABASE);
  private final PrintStream standardOut = System.out;
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();

  @BeforeEach
  void captureLog() {
    System.setOut(new PrintStream(log, true, UTF_8));
  }

  @AfterEach
  void close() {
    System.setOut(standardOut);
    fixture.close();
  }

  /** From the page that is shown, through the post, to the hash of the file with the words. */
  @ParameterizedTest
  @ValueSource(strings = {"text/html", "application/json"})
  void form_shouldLeaveARecordOfTheWordsThatItShowed(String accept) throws IOException {
    Map<String, String> fields = shownFields(fixture.send(EventBuilder.request("GET", "/contact")));
    fields.put("name", "Asha");
    fields.put("phone", "98765 43210");
    fields.put("consent", "yes");
    fields.put("page", "/contact?name=Asha");

    fixture.send(EventBuilder.request("POST", "/contact").header("accept", accept).form(fields));

    String file = fields.get("consentVersion") + '.' + fields.get("consentLanguage") + ".md";
    String words = Files.readString(Notice.folder(Project.root()).resolve(file));
    Map<String, AttributeValue> record = onlyRecord();
    assertThat(texts(record))
        .containsEntry("method", "ticked")
        .containsEntry("version", fields.get("consentVersion"))
        .containsEntry("language", "en")
        .containsEntry("wordsHash", WordsHash.of(words))
        .containsEntry("source", "site")
        .containsEntry("page", "/contact");
    assertThat(record)
        .containsEntry("wordsKnown", AttributeValue.fromBool(true))
        .containsEntry("purposes", purposes("answer-enquiry"))
        .containsEntry("refused", purposes());
    assertThat(log.toString(UTF_8)).doesNotContain(UNKNOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "'', unnamed, ''",
    "'\"consentVersion\":\"theirs-7\",\"consentLanguage\":\"hi\",', theirs-7, hi",
    "'\"consentVersion\":\"2026-11\",\"consentLanguage\":\"xx\",', 2026-11, xx",
    "'\"consentVersion\":\"../../x\",', ../../x, ''"
  })
  void api_shouldStoreAndCountWords_thatWeNeverShowed(
      String named, String version, String language) {
    Answer answer = fixture.send(lead("{" + named + "\"name\":\"Asha\",\"phone\":\"9876543210\"}"));

    assertThat(answer.status()).isEqualTo(201);
    Map<String, AttributeValue> record = onlyRecord();
    assertThat(texts(record)).containsEntry("version", version).doesNotContainKey("wordsHash");
    assertThat(texts(record).getOrDefault("language", "")).isEqualTo(language);
    assertThat(record).containsEntry("wordsKnown", AttributeValue.fromBool(false));
    assertThat(log.toString(UTF_8)).containsOnlyOnce(UNKNOWN).doesNotContain("theirs-7");
  }

  @Test
  void api_shouldCountARepeatOnce() {
    fixture.post("Asha", Optional.of("k"));
    fixture.post("Asha", Optional.of("k"));

    assertThat(onlyRecord()).containsKey("at");
    assertThat(log.toString(UTF_8)).containsOnlyOnce(UNKNOWN);
  }

  @Test
  void form_shouldLeaveNoRecord_whenItIsRefused() {
    fixture.send(
        EventBuilder.request("POST", "/api/leads").json("{\"name\":\"Asha\",\"consent\":true}"));
    fixture.send(
        EventBuilder.request("POST", "/api/leads")
            .json("{\"name\":\"A\",\"phone\":\"9876543210\"}"));

    assertThat(records()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "true, agree=on, ticked, answer-enquiry, ''",
    "false, x=y, stated, answer-enquiry, ''",
    "false, agree=no, stated, '', answer-enquiry"
  })
  void postedForm_shouldLeaveARecordOfItsOwnWords(
      boolean box, String field, String method, String given, String refused) {
    loadForm(box, new ShownWords("diwali-1", Optional.of("hi"), Optional.of("sha256:0a")));

    fixture.send(
        EventBuilder.request("POST", "/f/diwali")
            .routeKey("POST /f/{form}")
            .header("accept", "text/html")
            .header("referer", "https://offers.example.com/diwali?mail=asha@example.com")
            .form("phone=9876543210&" + field));

    Map<String, AttributeValue> record = onlyRecord();
    assertThat(texts(record))
        .containsEntry("method", method)
        .containsEntry("version", "diwali-1")
        .containsEntry("language", "hi")
        .containsEntry("wordsHash", "sha256:0a")
        .containsEntry("form", "diwali")
        .containsEntry("page", "https://offers.example.com/diwali");
    assertThat(record)
        .containsEntry("purposes", purposes(given.isEmpty() ? new String[0] : given.split(" ", -1)))
        .containsEntry(
            "refused", purposes(refused.isEmpty() ? new String[0] : refused.split(" ", -1)));
    assertThat(log.toString(UTF_8)).doesNotContain(UNKNOWN);
  }

  /** The table of forms is away too, so nobody knows what the form says. */
  @Test
  void queuedLead_shouldLeaveARecordOfAnUnknownConsent_whenItsFormCannotBeRead() {
    fixture.store.always(Fault.SERVER_ERROR);
    fixture.send(
        EventBuilder.request("POST", "/f/sample")
            .routeKey("POST /f/{form}")
            .header("accept", "text/html")
            .form("phone=9876543210&agree=on"));
    assertThat(records()).isEmpty();

    fixture.store.always(Fault.NONE);
    fixture.drainAll();

    Map<String, AttributeValue> record = onlyRecord();
    assertThat(texts(record)).containsEntry("method", "unknown").containsEntry("form", "sample");
    assertThat(record).containsEntry("purposes", purposes()).containsEntry("refused", purposes());
  }

  @Test
  void queuedLead_shouldLeaveTheRecordThatItWouldHaveLeftAtOnce() {
    String words = "\"consentVersion\":\"2026-11\",\"consentLanguage\":\"en\",";
    String lead = "{" + words + "\"name\":\"%s\",\"phone\":\"9876543210\"}";
    fixture.send(lead(lead.formatted("Asha")));
    fixture.store.always(Fault.THROTTLED);
    assertThat(fixture.send(lead(lead.formatted("Ravi"))).status()).isEqualTo(202);
    fixture.store.always(Fault.NONE);
    fixture.drainAll();

    assertThat(records())
        .hasSize(2)
        .extracting(
            record -> {
              Map<String, AttributeValue> same = new HashMap<>(record);
              List.of("subject", "event", "at", "expiresAt").forEach(same::remove);
              return same;
            })
        .satisfies(both -> assertThat(both.get(0)).isEqualTo(both.get(1)));
    assertThat(records().stream().map(record -> texts(record).get("subject")))
        .containsExactlyInAnyOrderElementsOf(
            fixture.leads().stream().map(stored -> "lead#" + stored.get("id")).toList());
  }

  private void loadForm(boolean box, ShownWords words) {
    fixture
        .bean(FormStore.class)
        .load(
            new Form(
                "diwali",
                "Diwali",
                Set.of(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                box,
                words,
                Optional.empty(),
                Optional.empty()));
  }

  private static EventBuilder lead(String json) {
    return EventBuilder.request("POST", "/api/leads")
        .json(json.replaceFirst("\\{", "{\"consent\":true,"));
  }

  /** What a browser would send from the page, with no box ticked. */
  private static Map<String, String> shownFields(Answer page) {
    Map<String, String> fields = new HashMap<>();
    for (Element field : Jsoup.parse(page.text()).select("main [name]:not([type=checkbox])")) {
      fields.put(field.attr("name"), field.val());
    }
    return fields;
  }

  private static AttributeValue purposes(String... codes) {
    return AttributeValue.fromL(List.of(codes).stream().map(AttributeValue::fromS).toList());
  }

  private static Map<String, AttributeValue> onlyRecord() {
    assertThat(records()).hasSize(1);
    return records().get(0);
  }

  private static List<Map<String, AttributeValue>> records() {
    return DATABASE
        .client()
        .scan(scan -> scan.tableName("ConsentsTable").consistentRead(true))
        .items();
  }

  private static Map<String, String> texts(Map<String, AttributeValue> item) {
    Map<String, String> texts = new HashMap<>();
    item.forEach(
        (name, value) -> Optional.ofNullable(value.s()).ifPresent(text -> texts.put(name, text)));
    return texts;
  }
}
