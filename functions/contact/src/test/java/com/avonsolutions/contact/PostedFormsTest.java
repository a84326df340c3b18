package com.avonsolutions.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.domain.consent.ShownWords;
import com.avonsolutions.domain.form.Form;
import com.avonsolutions.domain.form.FormStore;
import com.avonsolutions.domain.lead.EmailAddress;
import com.avonsolutions.domain.lead.ExtraAnswers;
import com.avonsolutions.domain.lead.Lead;
import com.avonsolutions.domain.lead.LeadState;
import com.avonsolutions.domain.lead.LeadStore;
import com.avonsolutions.domain.lead.Person;
import com.avonsolutions.domain.lead.Phone;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
    assertThat(lead.consent().words().version()).isEqualTo("sample-1");
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

    assertThat(onlyLead().consent().words().version()).isEqualTo("with-box-7");
  }

  @Test
  void post_shouldRecordTheFormsWording_whenOurPageAskedForSomethingElse() throws IOException {
    storeFormWithBox();

    Map<String, String> shown = fieldsOf(browserPost(Map.of("phone", "12", "agree", "on")));
    assertThat(shown).doesNotContainKeys("consent", "consentVersion");
    shown.put("phone", "9876543210");

    assertThat(browserPost(shown).status()).isEqualTo(303);
    assertThat(onlyLead().consent().words().version()).isEqualTo("with-box-7");
  }

  @Test
  void post_shouldRecordTheFormsWording_whenTheSenderNamesAnother() throws IOException {
    storeFormWithBox();

    browserPost(Map.of("phone", "9876543210", "agree", "on", "consentVersion", "anything"));

    assertThat(onlyLead().consent().words().version()).isEqualTo("with-box-7");
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
    assertThat(onlyLead().consent().words().version())
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"botcheck\":false}",
        "{\"_gotcha\":false}",
        "{\"_honeypot\":0}",
        "{\"bot-field\":\"off\"}",
        "{\"honeypot\":\"No\"}",
        "{\"botcheck\":\"\"}"
      })
  void post_shouldNotCallAnUntickedTrapSpam(String trap) throws IOException {
    post("{\"phone\":\"9876543210\"," + trap.substring(1));

    assertThat(onlyLead().state()).isEqualTo(LeadState.RECEIVED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"true", "\"on\"", "1", "\"yes\"", "\"https://spam.example/\"", "\"Norton\""})
  void post_shouldQuarantine_whenTheTrapIsTickedOrFilled(String value) throws IOException {
    post("{\"phone\":\"9876543210\",\"botcheck\":" + value + "}");

    assertThat(onlyLead().state()).isEqualTo(LeadState.QUARANTINED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "consent=No",
        "consent=False",
        "consent=Off",
        "consent=Disagree",
        "consent=n",
        "consent=%E0%A4%A8%E0%A4%B9%E0%A5%80%E0%A4%82",
        "consent=no&terms=on",
        "consent=no&agree=yes",
        "consent=0&consent=0",
        "consent=--",
        "consent=NA",
        "consent=%E0%A4%9C%E0%A5%80%2C+%E0%A4%A8%E0%A4%B9%E0%A5%80%E0%A4%82",
        "consent=I+agree%3A+no",
        "consent=%E2%9D%8C",
        "consent=please+do+not+call"
      })
  void post_shouldAskForConsent_whenItWasRefused(String fields) throws IOException {
    storeFormWithBox();

    Answer script = send("with-box", "application/json", "phone=9876543210&" + fields);
    assertThat(script.status()).isEqualTo(422);
    assertThat(script.text()).contains("\"field\":\"consent\"");
    assertThat(leads()).isEmpty();

    Answer page = send("with-box", "text/html", "phone=9876543210&" + fields);
    Map<String, String> shown = fieldsOf(page);
    assertThat(Jsoup.parse(page.text()).select("main [name=consent][type=checkbox]")).hasSize(1);
    shown.put("consent", "yes");
    assertThat(browserPost(shown).status()).isEqualTo(303);
    assertThat(onlyLead().person().phone()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "consent=Yes",
        "acceptance-77=1",
        "consent=0&consent=1",
        "agree=I+agree",
        "gdpr_agreement=on",
        "consent=%E0%A4%B9%E0%A4%BE%E0%A4%81",
        "terms=You+may+call+me+about+my+enquiry"
      })
  void post_shouldTakeConsentInAnyWords(String fields) throws IOException {
    storeFormWithBox();

    assertThat(send("with-box", "application/json", "phone=9876543210&" + fields).status())
        .isEqualTo(201);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "country_code=%2B44&phone=7911+123456 | +447911123456 | ''",
        "dial_code=%2B44&mobile=07911+123456 | +447911123456 | ''",
        "full_phone=%2B447911123456&phone=7911+123456 | +447911123456 | ''",
        "mobile=NA&phone=022+2345+6789 | +912223456789 | ''",
        "mobile=-&phone=9876543210 | +919876543210 | ''",
        "mobile=9876543210&whatsapp=9123456780 | +919876543210 | +919123456780",
        "phone=9876543210+/+9123456780 | +919876543210 | +919123456780",
        "phone=9876543210,+9123456780 | +919876543210 | +919123456780",
        "phone=9876543210+(WhatsApp) | +919876543210 | ''",
        "phone=9876543210+whatsapp | +919876543210 | ''",
        "phone=9876543210+(after+6+pm) | +919876543210 | ''",
        "phone=%2B91%2B919876543210 | +919876543210 | ''",
        "phone=9876543210.0 | +919876543210 | ''",
        "phone=9876543210%EF%B8%8D | +919876543210 | ''",
        "tel-431=9876543210 | +919876543210 | ''",
        "Phone-2=9876543210 | +919876543210 | ''",
        "phone[code]=44&phone[number]=7911123456 | +447911123456 | ''",
        "phone_country=United+Kingdom&phone=07911+123456 | +447911123456 | ''",
        "mobile=nil&landline=022+2345+6789 | +912223456789 | ''",
        "field_3f2a[phone]=9876543210 | +919876543210 | ''",
        "et_pb_contact_phone_0=9876543210 | +919876543210 | ''",
        "txtMobile=9876543210 | +919876543210 | ''"
      })
  void post_shouldReadNumbersOfEveryForm(String fields, String phone, String other)
      throws IOException {
    assertThat(send("sample", "application/json", fields).status()).isEqualTo(201);

    Person person = onlyLead().person();
    assertThat(person.phone()).map(Phone::e164).contains(phone);
    assertThat(person.otherPhone().map(Phone::e164).orElse("")).isEqualTo(other);
    LeadStore store = handler.getApplicationContext().getBean(LeadStore.class);
    assertThat(store.withPhone(person.phone().orElseThrow())).containsExactly(onlyLead().id());
    person
        .otherPhone()
        .ifPresent(number -> assertThat(store.withPhone(number)).containsExactly(onlyLead().id()));
  }

  @Test
  void post_shouldKeepWhatWasWrittenBesideTheNumber() throws IOException {
    post("{\"phone\":\"9876543210 (after 6 pm)\",\"whatsapp\":\"9123456780\"}");

    assertThat(onlyLead().enquiry().more())
        .containsOnly(
            Map.entry("phone", "9876543210 (after 6 pm)"), Map.entry("whatsapp", "9123456780"));
  }

  @Test
  void post_shouldKeepTheSecondAddress() throws IOException {
    String two = "asha@example.com, ravi@example.com";
    post("{\"email\":\"" + two + "\"}");

    assertThat(onlyLead().enquiry().more()).containsExactly(Map.entry("email", two));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "email=asha@example.com,",
        "email=asha@example.com;",
        "email=asha@example.com.",
        "email=mailto:asha@example.com",
        "email=<asha@example.com>",
        "email=asha%E2%80%8B@example.com%C2%A0",
        "email-817=asha@example.com",
        "Email-2=asha@example.com",
        "your-email=asha@example.com",
        "field_3f2a[email]=asha@example.com",
        "inputEmail=asha@example.com",
        "wpforms_email_1=asha@example.com",
        "email=NA&work_email=asha@example.com",
        "email=asha&work_email=asha@example.com",
        "email=asha@example.com;ravi@example.com"
      })
  void post_shouldReadAddressesOfEveryForm(String fields) throws IOException {
    assertThat(send("sample", "application/json", fields).status()).isEqualTo(201);

    assertThat(onlyLead().person().email()).contains(new EmailAddress("asha@example.com"));
  }

  /** Whoever builds the form learns which names count. The visitor gets the page that asks. */
  @Test
  void post_shouldNameTheNames_whenNoneIsKnown() throws IOException {
    Answer script = send("sample", "application/json", "input_1=Asha&input_2=Hello");

    assertThat(script.status()).isEqualTo(422);
    assertThat(script.header("content-type")).contains("application/problem+json");
    assertThat(script.json())
        .containsEntry(
            "names",
            Map.of(
                "sent", List.of("input_1", "input_2"),
                "understood", List.of("email", "phone", "mobile", "whatsapp")));
    assertThat(send("sample", "application/json", "phone=NA&name=Asha").json())
        .doesNotContainKey("names");
    assertThat(fieldsOf(send("sample", "text/html", "input_1=Asha&input_2=Hello")))
        .containsEntry("input_1", "Asha")
        .containsKey("phone");
  }

  @Test
  void post_shouldKeepNoControlCharacters() throws IOException {
    post(
        "{\"email\":\"a@example.com\",\"\\u001b[31mred\\u202e\":\"\\u001b]0;title\\u0007\\u202etxt\","
            + "\"utm_source\":\"\\u202eads\",\"notes\":\"\u200fone\\ntwo\"}");

    Lead lead = onlyLead();
    assertThat(lead.enquiry().more())
        .containsOnly(Map.entry("[31mred", "]0;title txt"), Map.entry("notes", "one\ntwo"));
    assertThat(lead.attribution().last()).isEqualTo(Map.of("utm_source", "ads"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://offers.example.com/done, https://offers.example.com/done",
    "https://offers.example.com:8443/a;b?c=d, https://offers.example.com:8443/a;b?c=d",
    "https://user:pass@offers.example.com/, https://offers.example.com/thanks",
    "https://offers.example.com;script-src@offers.example.com/, https://offers.example.com/thanks",
    "http://offers.example.com/, https://offers.example.com/thanks",
    "https://evil.example/, https://offers.example.com/thanks"
  })
  void post_shouldRedirectToAnAllowedHostOnly(String next, String location) throws IOException {
    Map<String, String> fields = Map.of("phone", "9876543210", "_next", next);

    assertThat(send("sample", "text/html", fields).header("location")).contains(location);
    Map<String, String> wrong = Map.of("phone", "12", "_next", next);
    assertThat(send("sample", "text/html", wrong).header("content-security-policy").orElseThrow())
        .contains("form-action 'self' https://offers.example.com")
        .doesNotContain("user", "script-src@", "/a", "evil");
  }

  @Test
  void post_shouldIgnoreAnAddressThatIsTooLong() throws IOException {
    String next = "https://offers.example.com/" + "ä".repeat(1_000);

    Answer answer = send("sample", "text/html", Map.of("phone", "9876543210", "_next", next));

    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.header("location")).contains("https://offers.example.com/thanks");
    assertThat(leads()).hasSize(1);
  }

  private Answer send(String form, String accept, Map<String, String> fields) throws IOException {
    return EventFixtures.answer(
        handler,
        EventBuilder.request("POST", "/f/" + form)
            .routeKey("POST /f/{form}")
            .header("accept", accept)
            .form(fields)
            .build());
  }

  private Answer send(String form, String accept, String encoded) throws IOException {
    return EventFixtures.answer(
        handler,
        EventBuilder.request("POST", "/f/" + form)
            .routeKey("POST /f/{form}")
            .header("accept", accept)
            .form(encoded)
            .build());
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
                ShownWords.named("with-box-7"),
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
