package com.avonsolutions.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.sandbox.engine.SiteDatabase;
import com.avonsolutions.sandbox.event.Answer;
import com.avonsolutions.sandbox.event.EventBuilder;
import com.avonsolutions.sandbox.event.EventFixtures;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every form's way through a proxy that asks the API under the API's own host name. */
class BehindProxyTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  private static final String SITE = "https://www.example.com";
  private static final Map<String, String> LEAD =
      Map.of("name", "Asha Rao", "phone", "9876543210", "consent", "yes");

  private final SubmitLeadsHandler handler =
      new SubmitLeadsHandler(DATABASE.environmentOf("ContactFunction", Map.of("SiteUrl", SITE)));

  @BeforeEach
  void storeForms() throws IOException {
    SampleForms.store(handler);
  }

  @Test
  void contact_shouldTakeItsOwnForm() throws IOException {
    assertThat(post("/contact", "/contact", "text/html", SITE, LEAD).status()).isEqualTo(303);
    assertThat(post("/contact", "/contact", "application/json", SITE, LEAD).status())
        .isEqualTo(201);
    assertThat(post("/api/leads", "/api/leads", "*/*", SITE, LEAD).status()).isEqualTo(201);
  }

  @Test
  void form_shouldTakeWhatIsCorrectedOnOurPage() throws IOException {
    String elsewhere = "https://offers.example.com";
    Map<String, String> wrong = Map.of("name", "Asha Rao", "phone", "12");
    Answer page = post("/f/sample", "/f/{form}", "text/html", elsewhere, wrong);
    assertThat(page.status()).isEqualTo(422);
    Map<String, String> corrected = new HashMap<>();
    for (Element field : Jsoup.parse(page.text()).select("main [name]")) {
      corrected.put(field.attr("name"), field.val());
    }
    corrected.put("phone", "9876543210");

    Answer answer = post("/f/sample", "/f/{form}", "text/html", SITE, corrected);

    assertThat(answer.status()).isEqualTo(303);
  }

  @Test
  void form_shouldStillRefuseOtherSites() throws IOException {
    assertThat(
            post(
                    "/f/sample",
                    "/f/{form}",
                    "text/html",
                    "https://www.example.com.evil.example",
                    LEAD)
                .status())
        .isEqualTo(403);
  }

  private Answer post(
      String path, String route, String accept, String origin, Map<String, String> fields)
      throws IOException {
    return EventFixtures.answer(
        handler,
        EventBuilder.request("POST", path)
            .routeKey("POST " + route)
            .header("host", "abcdef1234.execute-api.ap-south-1.amazonaws.com")
            .header("origin", origin)
            .header("accept", accept)
            .form(fields)
            .build());
  }
}
