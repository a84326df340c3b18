package com.avonsolutions.exactlyonce;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.contact.SubmitLeadsHandler;
import com.avonsolutions.domain.lead.EmailAddress;
import com.avonsolutions.hooks.googleads.ReceiveGoogleAdsLeadsHandler;
import com.avonsolutions.sandbox.engine.SiteDatabase;
import com.avonsolutions.sandbox.event.EventBuilder;
import com.avonsolutions.sandbox.event.EventFixtures;
import com.avonsolutions.sandbox.standin.SampleSources;
import com.avonsolutions.web.function.FunctionHandler;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A form and a platform accept the same e-mail addresses. */
class SourcesAgreeTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  private static final List<String> ADDRESSES =
      List.of(
          "asha@example.com",
          "o'neil+site@mail.example.co.in",
          "आशा@उदाहरण.भारत",
          "l".repeat(65) + "@example.com",
          "l".repeat(242) + "@example.com",
          "l".repeat(243) + "@example.com",
          "asha",
          "asha@example",
          "asha@example..com",
          "asha@.example.com",
          "asha@example.com.",
          "a@b@example.com",
          "<asha@example.com>,",
          "mailto:asha@exa\u200bmple.com",
          "asha rao@example.com",
          "asha\u00a0rao@example.com");

  private FunctionHandler form;
  private FunctionHandler platform;

  @BeforeEach
  void start() {
    Map<String, String> environment = new HashMap<>();
    for (String function : List.of("ContactFunction", "GoogleAdsFunction")) {
      environment.putAll(DATABASE.environmentOf(function, SampleSources.parameters()));
    }
    form = new SubmitLeadsHandler(environment);
    platform = new ReceiveGoogleAdsLeadsHandler(environment);
  }

  @Test
  void accept_shouldStoreTheSameAddresses_fromAFormAndFromAPlatform() throws IOException {
    for (int i = 0; i < ADDRESSES.size(); i++) {
      String email = ADDRESSES.get(i);
      EventFixtures.answer(
          form,
          EventBuilder.request("POST", "/api/leads")
              .json(
                  json(
                      Map.of(
                          "name", "Form " + i, "email", email, "consent", true, "source", "test")))
              .build());
      EventFixtures.answer(
          platform,
          EventBuilder.request("POST", "/hooks/google-ads")
              .json(
                  json(
                      Map.of(
                          "lead_id",
                          "lead-" + i,
                          "google_key",
                          SampleSources.GOOGLE_ADS_KEY,
                          "user_column_data",
                          List.of(Map.of("column_id", "EMAIL", "string_value", email)))))
              .build());
    }

    Set<String> plausible =
        ADDRESSES.stream()
            .flatMap(email -> EmailAddress.read(email).stream())
            .map(EmailAddress::text)
            .collect(Collectors.toSet());
    assertThat(plausible).hasSize(5);
    assertThat(stored("test")).isEqualTo(plausible);
    assertThat(stored("google-ads")).isEqualTo(plausible);
  }

  private static String json(Map<String, ?> object) throws IOException {
    return JSON.std.asString(object);
  }

  /** The e-mail addresses of all leads of a source. */
  private static Set<String> stored(String source) {
    return DATABASE.client().scan(scan -> scan.tableName("LeadsTable")).items().stream()
        .filter(item -> item.containsKey("source") && item.get("source").s().equals(source))
        .filter(lead -> lead.containsKey("email"))
        .map(lead -> lead.get("email").s())
        .collect(Collectors.toSet());
  }
}
