package com.avonsolutions.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.domain.form.Form;
import com.avonsolutions.domain.form.FormStore;
import com.avonsolutions.domain.lead.EmailAddress;
import com.avonsolutions.domain.lead.ExtraAnswers;
import com.avonsolutions.domain.lead.Lead;
import com.avonsolutions.domain.lead.LeadState;
import com.avonsolutions.domain.lead.LeadStore;
import com.avonsolutions.domain.lead.Service;
import com.avonsolutions.sandbox.engine.SiteDatabase;
import com.avonsolutions.sandbox.event.Answer;
import com.avonsolutions.sandbox.event.EventBuilder;
import com.avonsolutions.sandbox.event.EventFixtures;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The leads that forms of other sites create. */
class PostedFormsTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  private final SubmitLeadsHandler handler =
      new SubmitLeadsHandler(DATABASE.environmentOf("ContactFunction"));

  @BeforeEach
  void storeForms() throws IOException {
    SampleForms.store(handler);
  }

  @Test
  void post_shouldKeepFieldsOfTheForm() throws IOException {
    Lead lead = leadOf("posted-form");

    assertThat(lead.person().name()).contains("Asha Rao");
    assertThat(lead.person().email()).map(EmailAddress::text).contains("asha@example.com");
    assertThat(lead.enquiry().message()).contains("Two new flavours to announce.");
    assertThat(lead.enquiry().more()).containsExactly(Map.entry("Budget per month", "25,000"));
    assertThat(lead.enquiry().service()).contains(Service.ADS);
    assertThat(lead.origin().source()).isEqualTo("form");
    assertThat(lead.origin().form()).contains("sample");
    assertThat(lead.origin().page()).contains("https://offers.example.com/");
    assertThat(lead.consentVersion()).isEqualTo("sample-1");
    assertThat(lead.state()).isEqualTo(LeadState.RECEIVED);
  }

  /** A submission that is repeated after a deployment is still the same one. */
  @Test
  void post_shouldKeepTheIdentityOfEarlierVersions() throws IOException {
    answer("posted-form");

    assertThat(DATABASE.client().scan(scan -> scan.tableName("LeadsTable")).items())
        .extracting(item -> Optional.ofNullable(item.get("contentHash")).map(AttributeValue::s))
        .contains(Optional.of("401075d0d50af0e8ce015f03b7dffeecf9cacf3adddce18b8b09cf9fdfd5f928"));
  }

  @Test
  void post_shouldReadFormspreesNames() throws IOException {
    Lead lead = leadOf("posted-form-next");

    assertThat(lead.person().name()).contains("Asha Rao");
    assertThat(lead.person().email()).map(EmailAddress::text).contains("asha.next@example.com");
    assertThat(lead.enquiry().more()).containsExactly(Map.entry("_subject", "New lead"));
  }

  @Test
  void post_shouldDropTheAccessKey_whenTheFormWasMadeForWeb3Forms() throws IOException {
    Lead lead = leadOf("posted-form-web3forms");

    assertThat(lead.person().phone()).isPresent();
    assertThat(lead.enquiry().message()).contains("नमस्ते, हमारी दुकान के लिए");
    assertThat(lead.enquiry().more()).isEmpty();
  }

  @Test
  void post_shouldReadHubSpotsFields() throws IOException {
    Lead lead = leadOf("posted-form-hubspot");

    assertThat(lead.person().name()).contains("Meera Iyer");
    assertThat(lead.person().phone().orElseThrow().e164()).isEqualTo("+919123456780");
    assertThat(lead.origin().page()).contains("https://offers.example.com/diwali");
    assertThat(lead.enquiry().more())
        .containsOnly(Map.entry("shop_size", "2 floors"), Map.entry("context.pageName", "Diwali"));
  }

  @Test
  void post_shouldReadElementorsFieldsAndJoinBoxes() throws IOException {
    Lead lead = leadOf("posted-form-elementor");

    assertThat(lead.person().name()).contains("Farhan");
    assertThat(lead.person().email()).map(EmailAddress::text).contains("farhan@example.com");
    assertThat(lead.enquiry().more())
        .containsEntry("form_fields[field_9f]", "Jaipur")
        .containsEntry("form_fields[interest][]", "SEO, Ads");
  }

  @Test
  void post_shouldQuarantine_whenTheHoneypotIsFilled() throws IOException {
    assertThat(leadOf("posted-form-honeypot").state()).isEqualTo(LeadState.QUARANTINED);
  }

  @Test
  void post_shouldStoreOneLead_whenPressedTwice() throws IOException {
    assertThat(leadOf("posted-form").id()).isEqualTo(leadOf("posted-form").id());
  }

  @Test
  void post_shouldStoreNothing_whenRejected() throws IOException {
    for (String rejected :
        List.of(
            "posted-form-mistakes",
            "posted-form-unreachable",
            "posted-form-file",
            "posted-form-unknown",
            "posted-form-foreign-origin")) {
      assertThat(answer(rejected).status()).isGreaterThanOrEqualTo(400);
    }

    assertThat(leads()).isEmpty();
  }

  @Test
  void post_shouldRecordTheFormsWording_whenItsOwnBoxIsTicked() throws IOException {
    storeFormWithBox();

    assertThat(browserPost(Map.of("phone", "9876543210", "agree", "on")).status()).isEqualTo(303);

    assertThat(onlyLead().consentVersion()).isEqualTo("with-box-7");
  }

  @Test
  void post_shouldRecordTheFormsWording_whenOurPageAskedForSomethingElse() throws IOException {
    storeFormWithBox();

    Map<String, String> shown = fieldsOf(browserPost(Map.of("phone", "12", "agree", "on")));
    assertThat(shown).doesNotContainKeys("consent", "consentVersion");
    shown.put("phone", "9876543210");

    assertThat(browserPost(shown).status()).isEqualTo(303);
    assertThat(onlyLead().consentVersion()).isEqualTo("with-box-7");
  }

  @Test
  void post_shouldRecordTheFormsWording_whenTheSenderNamesAnother() throws IOException {
    storeFormWithBox();

    browserPost(Map.of("phone", "9876543210", "agree", "on", "consentVersion", "anything"));

    assertThat(onlyLead().consentVersion()).isEqualTo("with-box-7");
    assertThat(onlyLead().enquiry().more()).containsEntry("consentVersion", "anything");
  }

  /** The sender saw our words beside the box, not those of the form. */
  @Test
  void post_shouldRecordOurWording_whenOurPageAskedForConsent() throws IOException {
    storeFormWithBox();

    Answer asked = browserPost(Map.of("phone", "12", "consentVersion", "theirs"));
    Map<String, String> shown = fieldsOf(asked);
    assertThat(Jsoup.parse(asked.text()).select("label:has([name=consent])").text())
        .isEqualTo(ourWording().text());
    shown.put("consent", "yes");
    // The phone number is still wrong, so the page is shown again, now without the box.
    shown = fieldsOf(browserPost(shown));
    shown.put("phone", "9876543210");

    assertThat(browserPost(shown).status()).isEqualTo(303);
    assertThat(onlyLead().consentVersion())
        .isEqualTo(ourWording().select("[name=consentVersion]").val())
        .isNotEmpty();
  }

  @Test
  void post_shouldKeepAnInvalidPhoneAsAnAnswer_whenTheEmailAddressIsValid() throws IOException {
    post("{\"email\":\"a@example.com\",\"mobile\":\"98765\",\"name\":\"Asha\"}");

    Lead lead = onlyLead();
    assertThat(lead.person().phone()).isEmpty();
    assertThat(lead.enquiry().more()).containsExactly(Map.entry("mobile", "98765"));
  }

  @Test
  void post_shouldCutLongAnswersAndListThem() throws IOException {
    StringBuilder body = new StringBuilder("{\"email\":\"a@example.com\"");
    for (int i = 0; i < 150; i++) {
      body.append(",\"question ").append(100 + i).append("\":\"").append("x".repeat(6_000));
      body.append('"');
    }

    post(body.append('}').toString());

    Map<String, String> more = onlyLead().enquiry().more();
    assertThat(more.get("question 100")).hasSize(5_000);
    assertThat(more.values().stream().mapToInt(String::length).sum()).isLessThan(66_000);
    assertThat(more.get(ExtraAnswers.CUT)).startsWith("question 100, question 101");
  }

  /** A form whose consent has to be ticked in a box of its own. */
  private void storeFormWithBox() {
    handler
        .getApplicationContext()
        .getBean(FormStore.class)
        .load(
            new Form(
                "with-box",
                "With a box",
                Set.of("https://offers.example.com"),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                true,
                "with-box-7",
                Optional.empty(),
                Optional.empty()));
  }

  private Answer browserPost(Map<String, String> fields) throws IOException {
    byte[] event =
        EventBuilder.request("POST", "/f/with-box")
            .routeKey("POST /f/{form}")
            .header("accept", "text/html")
            .form(fields)
            .build();
    return EventFixtures.answer(handler, event);
  }

  /** What a browser would send from the page, with no box ticked. */
  private static Map<String, String> fieldsOf(Answer page) {
    assertThat(page.status()).isEqualTo(422);
    Map<String, String> fields = new HashMap<>();
    for (Element field : Jsoup.parse(page.text()).select("main [name]:not([type=checkbox])")) {
      fields.put(field.attr("name"), field.val());
    }
    return fields;
  }

  /** The consent box of our contact page, with the name of its words. */
  private Element ourWording() throws IOException {
    Answer page = EventFixtures.answer(handler, EventBuilder.request("GET", "/contact").build());
    return Jsoup.parse(page.text()).select("label:has([name=consent])").get(0);
  }

  private void post(String json) throws IOException {
    byte[] event =
        EventBuilder.request("POST", "/f/sample")
            .routeKey("POST /f/{form}")
            .header("accept", "application/json")
            .json(json)
            .build();
    assertThat(EventFixtures.answer(handler, event).status()).isEqualTo(201);
  }

  private Lead leadOf(String event) throws IOException {
    assertThat(answer(event).status()).isIn(201, 303);
    return onlyLead();
  }

  private Answer answer(String event) throws IOException {
    return EventFixtures.answer(handler, EventFixtures.named("contact", event));
  }

  private Lead onlyLead() {
    assertThat(leads()).hasSize(1);
    return leads().get(0);
  }

  private List<Lead> leads() {
    LeadStore store = handler.getApplicationContext().getBean(LeadStore.class);
    return DATABASE.client().scan(scan -> scan.tableName("LeadsTable")).items().stream()
        .filter(item -> item.containsKey("receivedAt"))
        .map(item -> store.find(Optional.ofNullable(item.get("id")).orElseThrow().s()))
        .map(Optional::orElseThrow)
        .toList();
  }
}
