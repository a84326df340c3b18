package com.avonsolutions.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.aws.dynamodb.Items;
import com.avonsolutions.domain.lead.LeadField;
import com.avonsolutions.sandbox.engine.SiteDatabase;
import com.avonsolutions.sandbox.event.Answer;
import com.avonsolutions.sandbox.event.EventBuilder;
import com.avonsolutions.sandbox.event.EventFixtures;
import com.avonsolutions.sandbox.standin.SampleSources;
import com.avonsolutions.text.json.JsonWriter;
import com.avonsolutions.web.function.FunctionHandler;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What is stored after each source's sample event: sent once, repeated, and concurrently. */
class ReceivedLeadsTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  private final Hooks hooks = new Hooks(DATABASE);

  @Test
  void googleAds_shouldStoreTheWholeLead() throws IOException {
    send("google-ads", "post-lead");

    Map<String, AttributeValue> lead = onlyLead();
    assertThat(Hooks.texts(lead))
        .containsEntry("state", "RECEIVED")
        .containsEntry("name", "Asha Rao")
        .containsEntry("email", "asha@example.com")
        .containsEntry("phone", "+919876543210")
        .containsEntry("source", "google-ads")
        .containsEntry("form", "40000000000")
        .containsEntry("providerId", "CjwKCAiA0")
        .containsEntry("submittedAt", "2026-11-22T10:15:28Z")
        .containsEntry("consentVersion", "google-ads/40000000000");
    assertThat(Items.textMap(lead, "more"))
        .isEqualTo(
            ofNoField(
                Map.of(
                    "CITY", "Pune",
                    "आपका बजट कितना है?", "₹50,000 – ₹1 लाख",
                    "a_field_of_tomorrow.x", "1",
                    "lead_stage", "NEW")));
    assertThat(Items.textMap(lead, "lastTouch"))
        .containsOnly(
            Map.entry("gclid", "abc"),
            Map.entry("campaign_id", "123456789012"),
            Map.entry("adgroup_id", "20000000000"),
            Map.entry("creative_id", "30000000000"),
            Map.entry("asset_group_id", "6500000000"));
    assertThat(lead.toString()).doesNotContain("sample-google-ads-key");
  }

  /** Google does not send a lead again after a 4xx. */
  @Test
  void googleAds_shouldReadAMessage_whenItBeginsWithAByteOrderMark() throws IOException {
    send("google-ads", "post-lead-with-bom");

    assertThat(Hooks.texts(onlyLead())).containsEntry("name", "Asha Rao");
  }

  @Test
  void indiaMart_shouldStoreEveryEnquiry_whenTheyComeAsABareList() throws IOException {
    send("indiamart", "post-bare-list");

    assertThat(hooks.leads())
        .extracting(lead -> Hooks.texts(lead).get("providerId"))
        .containsExactlyInAnyOrder("2012487901", "2012487902");
  }

  @ParameterizedTest
  @ValueSource(strings = {"post-without-id", "post-without-envelope-or-id"})
  void indiaMart_shouldStoreAnEnquiryOnce_whenItHasNoId(String event) throws IOException {
    send("indiamart", event);
    send("indiamart", event);

    Map<String, AttributeValue> lead = onlyLead();
    assertThat(Hooks.texts(lead))
        .containsEntry("name", "Arun Kumar")
        .containsEntry("phone", "+919996543210")
        .doesNotContainKey("providerId");
    assertThat(Items.textMap(lead, "more"))
        .containsOnly(
            Map.entry("PRODUCT.NAME", "Ads Service"),
            Map.entry("PRODUCT.OPTIONS", "Search\nVideo"));
  }

  @Test
  void justDial_shouldKeepEveryValue_whenAFieldIsRepeated() throws IOException {
    send("justdial", "post-form-repeated-fields");

    Map<String, AttributeValue> lead = onlyLead();
    assertThat(Hooks.texts(lead))
        .containsEntry("name", "Ravi Verma")
        .containsEntry("phone", "+919876501234")
        .containsEntry("otherPhone", "+919876501299");
    assertThat(Items.textMap(lead, "more"))
        .containsEntry("mobile", "9876501234\n9876501299")
        .containsEntry("name", "R Verma")
        .containsEntry("category", "SEO\nGoogle Ads");
  }

  @Test
  void justDial_shouldKeepNestedValues() throws IOException {
    send("justdial", "post-json-nested");

    Map<String, AttributeValue> lead = onlyLead();
    assertThat(Hooks.texts(lead)).containsEntry("phone", "+919876501234");
    assertThat(Items.textMap(lead, "more"))
        .containsOnly(Map.entry("area.city", "Mumbai"), Map.entry("area.pin", "400053\n400058"));
  }

  @Test
  void webhook_shouldKnowAQuestion_byTheLastPartOfItsPath() throws IOException {
    send("webhook", "post-nested");

    Map<String, AttributeValue> lead = onlyLead();
    assertThat(Hooks.texts(lead))
        .containsEntry("name", "Farah Khan")
        .containsEntry("email", "farah@example.com")
        .containsEntry("phone", "+919876543210")
        .containsEntry("company", "Khan Sarees");
    assertThat(Items.textMap(lead, "more")).containsOnly(Map.entry("form.name", "Contact form"));
  }

  @Test
  void webhook_shouldReadPairsOfLabelAndValue() throws IOException {
    send("webhook", "post-label-value-pairs");

    Map<String, AttributeValue> lead = onlyLead();
    assertThat(Hooks.texts(lead))
        .containsEntry("name", "Farah Khan")
        .containsEntry("email", "farah@example.com")
        .containsEntry("phone", "+919876543210");
    assertThat(Items.textMap(lead, "more")).containsOnly(Map.entry("Which services?", "SEO\nAds"));
  }

  @Test
  void googleAds_shouldMarkTests() throws IOException {
    send("google-ads", "post-test-lead");

    assertThat(Hooks.texts(onlyLead())).containsEntry("state", "TEST");
  }

  @Test
  void meta_shouldStoreEveryLeadOfTheEvent_beforeItsAnswersAreFetched() throws IOException {
    send("meta", "post-several-entries");

    List<Map<String, AttributeValue>> leads = hooks.leads();
    assertThat(leads)
        .extracting(lead -> Hooks.texts(lead).get("providerId"))
        .containsExactlyInAnyOrder("44440001", "44440002", "44440003");
    assertThat(leads)
        .allSatisfy(
            lead ->
                assertThat(Hooks.texts(lead))
                    .containsEntry("state", "AWAITING_DETAILS")
                    .containsEntry("source", "meta")
                    .doesNotContainKeys("name", "email", "phone"));
    Map<String, AttributeValue> first =
        leads.stream()
            .filter(lead -> "44440001".equals(Hooks.texts(lead).get("providerId")))
            .findFirst()
            .orElseThrow();
    assertThat(Hooks.texts(first))
        .containsEntry("form", "2001")
        .containsEntry("submittedAt", "2026-11-22T10:15:20Z");
    assertThat(Items.textMap(first, "lastTouch"))
        .containsOnly(
            Map.entry("ad_id", "3001"),
            Map.entry("adgroup_id", "3101"),
            Map.entry("page_id", "1001"));
  }

  @Test
  void linkedIn_shouldStoreTheLeadOfTheEvent() throws IOException {
    send("linkedin", "post-created");

    Map<String, AttributeValue> lead = onlyLead();
    assertThat(Hooks.texts(lead))
        .containsEntry("state", "AWAITING_DETAILS")
        .containsEntry("source", "linkedin")
        .containsEntry("form", "7234246")
        .containsEntry("providerId", "9d8f0c2e-7a51-4b1e-8f2b-2f7a9a1f1a01-5")
        .containsEntry("submittedAt", "2026-11-22T10:15:20Z");
    assertThat(Items.textMap(lead, "lastTouch"))
        .containsOnly(
            Map.entry("lead_type", "SPONSORED"),
            Map.entry("creative", "urn:li:sponsoredCreative:777"));
  }

  @Test
  void linkedIn_shouldEraseAndBlockTheLead() throws IOException {
    send("linkedin", "post-created");
    send("linkedin", "post-deleted");
    assertThat(hooks.leads()).isEmpty();

    send("linkedin", "post-created");
    send("linkedin", "post-deleted");
    assertThat(hooks.leads()).isEmpty();
  }

  @Test
  void linkedIn_shouldBlockALead_whenItsErasureComesFirst() throws IOException {
    send("linkedin", "post-deleted");
    send("linkedin", "post-created");

    assertThat(hooks.leads()).isEmpty();
  }

  @Test
  void indiaMart_shouldStoreEveryFilledField() throws IOException {
    send("indiamart", "post-enquiry");

    Map<String, AttributeValue> lead = onlyLead();
    assertThat(Hooks.texts(lead))
        .containsEntry("state", "RECEIVED")
        .containsEntry("name", "Arun Kumar")
        .containsEntry("email", "arun@example.com")
        .containsEntry("phone", "+919996543210")
        .containsEntry("phoneTyped", "+91-9996543210")
        .containsEntry("company", "Arun Traders")
        .containsEntry("message", "I want to advertise.\n Kindly send me price.")
        .containsEntry("source", "indiamart")
        .containsEntry("providerId", "2012487827")
        .containsEntry("submittedAt", "2021-12-08T07:17:25Z");
    assertThat(Items.textMap(lead, "more"))
        .containsEntry("QUERY_TYPE", "W")
        .containsEntry("SUBJECT", "Requirement for Google Ads")
        .containsEntry("SENDER_PINCODE", "110005")
        .containsEntry("QUERY_MCAT_NAME", "Digital Marketing Services")
        .doesNotContainKeys("SENDER_PHONE", "SENDER_PHONE_ALT", "SENDER_EMAIL_ALT");
  }

  @Test
  void indiaMart_shouldMarkACatalogueView() throws IOException {
    send("indiamart", "post-catalogue-view");

    assertThat(Hooks.texts(onlyLead()))
        .containsEntry("state", "NO_ENQUIRY")
        .containsEntry("providerId", "2012487828");
  }

  @Test
  void indiaMart_shouldStoreAllEnquiries_whenThereAreSeveral() throws IOException {
    send("indiamart", "post-several");

    assertThat(hooks.leads())
        .extracting(lead -> Hooks.texts(lead).get("providerId"))
        .containsExactlyInAnyOrder("2012487829", "2012487830");
  }

  @ParameterizedTest
  @CsvSource({
    "get-enquiry, JD1234567, true",
    "post-json, JD1234568, false",
    "post-form, JD1234569, true"
  })
  void justDial_shouldStoreTheEnquiry_inEachFormat(String event, String id, boolean doNotCall)
      throws IOException {
    send("justdial", event);

    Map<String, AttributeValue> lead = onlyLead();
    assertThat(Hooks.texts(lead))
        .containsEntry("state", "RECEIVED")
        .containsEntry("name", "Mr Ravi Verma")
        .containsEntry("phone", "+919876501234")
        .containsEntry("email", "ravi@example.com")
        .containsEntry("source", "justdial")
        .containsEntry("providerId", id)
        .containsEntry("submittedAt", "2026-11-22T10:15:30Z");
    assertThat(Optional.ofNullable(lead.get("doNotCall")).orElseThrow().bool())
        .isEqualTo(doNotCall);
    assertThat(Items.textMap(lead, "more"))
        .containsEntry("phone", "022-40000000")
        .containsEntry("category", "Digital Marketing Agencies")
        .containsEntry("pincode", "400058");
  }

  @Test
  void justDial_shouldStoreEveryPlainField() throws IOException {
    JsonWriter enquiry = new JsonWriter().put("name", "Ravi");
    LeadField.PLAIN.forEach(field -> enquiry.put(field.code(), "The " + field.noun()));
    EventFixtures.answer(
        handler("justdial"),
        EventBuilder.request("POST", "/hooks/justdial/" + SampleSources.JUSTDIAL_TOKEN)
            .routeKey("POST /hooks/justdial/{token}")
            .json(enquiry.toString())
            .build());

    Map<String, String> lead = Hooks.texts(onlyLead());
    for (LeadField field : LeadField.PLAIN) {
      assertThat(lead).containsEntry(field.code(), "The " + field.noun());
    }
  }

  /** An enquiry without an id that is repeated after a deployment is still the same one. */
  @Test
  void justDial_shouldKeepTheIdentityOfEarlierVersions_whenThereIsNoId() throws IOException {
    String path = "/hooks/justdial/" + SampleSources.JUSTDIAL_TOKEN;
    EventFixtures.answer(
        handler("justdial"),
        EventBuilder.request("POST", path)
            .routeKey("POST /hooks/justdial/{token}")
            .json(
                """
                {"name":"Ravi","mobile":"9876501234","email":"ravi@example.com",
                 "company":"Verma Traders","area":"Andheri","message":"Call me."}
                """)
            .build());
    EventFixtures.answer(
        handler("justdial"),
        EventBuilder.request("POST", path)
            .routeKey("POST /hooks/justdial/{token}")
            .json("{\"name\":\"Ravi\"}")
            .build());

    assertThat(DATABASE.client().scan(scan -> scan.tableName("LeadsTable")).items())
        .filteredOn(item -> item.containsKey("contentHash"))
        .extracting(item -> Hooks.texts(item).get("contentHash"))
        .containsExactlyInAnyOrder(
            "a2270e12b767a7196d7dd35fb334ee474cf0cf9dfa65cfa5753f0264d9c505ef",
            "da5a2309365c015ac602fff7129f2e30747c909978b2f83ee869e928bec4f0be");
  }

  @Test
  void webhook_shouldStoreTheLead_withTheFormsDefaults() throws IOException {
    send("webhook", "post-lead");

    Map<String, AttributeValue> lead = onlyLead();
    assertThat(Hooks.texts(lead))
        .containsEntry("state", "RECEIVED")
        .containsEntry("name", "Farah Khan")
        .containsEntry("phone", "+971501234567")
        .containsEntry("message", "Please call about ads.")
        .containsEntry("service", "ads")
        .containsEntry("source", "webhook")
        .containsEntry("form", "sample")
        .containsEntry("providerId", "sample/msg_1")
        .containsEntry("submittedAt", "2026-11-22T10:15:28Z")
        .containsEntry("consentVersion", "sample-1");
    assertThat(Items.textMap(lead, "more"))
        .isEqualTo(ofNoField(Map.of("budget", "50000", "answers.city", "Dubai", "tags", "a\nb")));
  }

  @ParameterizedTest
  @CsvSource({
    "google-ads, post-lead",
    "meta, post-event",
    "linkedin, post-created",
    "indiamart, post-enquiry",
    "justdial, get-enquiry",
    "webhook, post-lead"
  })
  void repeats_shouldBeOneLead_andGetTheSameReply(String source, String event) throws Exception {
    FunctionHandler handler = handler(source);
    EventFixtures.Case fixture = EventFixtures.named(source, event);
    Answer first = EventFixtures.answer(handler, fixture);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Answer>> copies =
          IntStream.range(0, 4)
              .mapToObj(copy -> (Callable<Answer>) () -> EventFixtures.answer(handler, fixture))
              .toList();
      for (Future<Answer> copy : threads.invokeAll(copies)) {
        assertThat(copy.get().status()).isEqualTo(first.status());
        assertThat(copy.get().text()).isEqualTo(first.text());
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(hooks.leads()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"google-ads, post-lead", "meta, post-event", "indiamart, post-enquiry"})
  void concurrentCopies_shouldBeOneLead(String source, String event) throws Exception {
    List<FunctionHandler> functions = List.of(handler(source), handler(source));
    EventFixtures.Case fixture = EventFixtures.named(source, event);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Callable<Answer>> copies =
          functions.stream()
              .map(handler -> (Callable<Answer>) () -> EventFixtures.answer(handler, fixture))
              .toList();
      for (Future<Answer> copy : threads.invokeAll(copies)) {
        assertThat(copy.get().status()).isEqualTo(200);
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(hooks.leads()).hasSize(1);
  }

  /** The answers that belong into {@code more}: a field that is added takes its own out of it. */
  private static Map<String, String> ofNoField(Map<String, String> answers) {
    return answers.entrySet().stream()
        .filter(answer -> LeadField.of(answer.getKey().replaceFirst("^answers\\.", "")).isEmpty())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private void send(String source, String event) throws IOException {
    Answer answer = EventFixtures.answer(handler(source), EventFixtures.named(source, event));
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  private FunctionHandler handler(String source) {
    FunctionHandler handler = hooks.handler(source);
    if (source.equals("webhook")) {
      hooks.loadForm(handler, "sample", Optional.of("/avon/forms/sample"));
    }
    return handler;
  }

  private Map<String, AttributeValue> onlyLead() {
    List<Map<String, AttributeValue>> leads = hooks.leads();
    assertThat(leads).hasSize(1);
    return leads.get(0);
  }
}
