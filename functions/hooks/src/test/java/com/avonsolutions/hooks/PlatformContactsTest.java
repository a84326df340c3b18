package com.avonsolutions.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.aws.dynamodb.Items;
import com.avonsolutions.sandbox.engine.SiteDatabase;
import com.avonsolutions.sandbox.event.EventBuilder;
import com.avonsolutions.sandbox.event.EventFixtures;
import com.avonsolutions.sandbox.standin.SampleSources;
import com.avonsolutions.text.json.JsonWriter;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Numbers and addresses as platforms send them: no person is there to correct them. */
class PlatformContactsTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  private final Hooks hooks = new Hooks(DATABASE);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "9876543210 / 9123456780 | +919123456780",
        "9876543210, 9123456780 | +919123456780",
        "9876543210 (WhatsApp) | ''",
        "9876543210 (after 6 pm) | ''",
        "+91+919876543210 | ''",
        "9876543210.0 | ''"
      })
  void indiaMart_shouldFindTheNumber(String typed, String other) throws IOException {
    Map<String, AttributeValue> lead = received(new JsonWriter().put("SENDER_MOBILE", typed));

    assertThat(Hooks.texts(lead)).containsEntry("phone", "+919876543210");
    assertThat(Hooks.texts(lead).getOrDefault("otherPhone", "")).isEqualTo(other);
    // What the number alone does not hold is kept beside it.
    assertThat(
            Items.textMap(lead, "more")
                .getOrDefault("SENDER_MOBILE", Hooks.texts(lead).getOrDefault("phoneTyped", "")))
        .isEqualTo(typed);
  }

  @Test
  void indiaMart_shouldFindTheNumberBesideOnesThatMeanNone() throws IOException {
    Map<String, AttributeValue> lead =
        received(
            new JsonWriter()
                .put("SENDER_MOBILE", "NA")
                .put("SENDER_PHONE", "0")
                .put("SENDER_MOBILE_ALT", "9876543210"));

    assertThat(Hooks.texts(lead)).containsEntry("phone", "+919876543210");
  }

  @Test
  void indiaMart_shouldReadANumberWithItsCountryCode() throws IOException {
    Map<String, AttributeValue> lead =
        received(new JsonWriter().put("SENDER_MOBILE", "7911 123456").put("COUNTRY_CODE", "+44"));

    assertThat(Hooks.texts(lead)).containsEntry("phone", "+447911123456");
  }

  @Test
  void indiaMart_shouldKeepATextThatHoldsNoNumber() throws IOException {
    Map<String, AttributeValue> lead =
        received(new JsonWriter().put("SENDER_NAME", "Asha").put("SENDER_MOBILE", "98765"));

    assertThat(Hooks.texts(lead)).doesNotContainKey("phone");
    assertThat(Items.textMap(lead, "more")).containsEntry("SENDER_MOBILE", "98765");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "asha@exam\u200bple.com",
        "asha@example.com\u200b",
        "asha@example.com\u00a0",
        "<asha@example.com>;",
        "mailto:asha@example.com"
      })
  void indiaMart_shouldFindTheAddress(String typed) throws IOException {
    Map<String, AttributeValue> lead = received(new JsonWriter().put("SENDER_EMAIL", typed));

    assertThat(Hooks.texts(lead)).containsEntry("email", "asha@example.com");
  }

  @Test
  void indiaMart_shouldKeepTheSecondAddress() throws IOException {
    String two = "asha@example.com; ravi@example.com";
    Map<String, AttributeValue> lead = received(new JsonWriter().put("SENDER_EMAIL", two));

    assertThat(Hooks.texts(lead)).containsEntry("email", "asha@example.com");
    assertThat(Items.textMap(lead, "more")).containsOnly(Map.entry("SENDER_EMAIL", two));
  }

  @Test
  void indiaMart_shouldKeepNoControlCharacters() throws IOException {
    Map<String, AttributeValue> lead =
        received(
            new JsonWriter()
                .put("SENDER_NAME", "\u202eAsha\u001b[31m Rao")
                .put("N\u001bOTE\u2066", "\u0007a\u202eb"));

    assertThat(Hooks.texts(lead)).containsEntry("name", "Asha [31m Rao");
    assertThat(Items.textMap(lead, "more")).containsOnly(Map.entry("N OTE", "ab"));
  }

  private Map<String, AttributeValue> received(JsonWriter enquiry) throws IOException {
    String body = new JsonWriter().put("RESPONSE", enquiry).toString();
    EventFixtures.answer(
        hooks.handler("indiamart"),
        EventBuilder.request("POST", "/hooks/indiamart/" + SampleSources.INDIAMART_TOKEN)
            .routeKey("POST /hooks/indiamart/{token}")
            .json(body)
            .build());
    List<Map<String, AttributeValue>> leads = hooks.leads();
    assertThat(leads).hasSize(1);
    return leads.get(0);
  }
}
