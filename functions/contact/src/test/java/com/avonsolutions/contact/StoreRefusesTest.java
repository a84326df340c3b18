package com.avonsolutions.contact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.sandbox.engine.FaultyDynamoDb;
import com.avonsolutions.sandbox.engine.FaultyDynamoDb.Fault;
import com.avonsolutions.sandbox.engine.SiteDatabase;
import com.avonsolutions.sandbox.event.Answer;
import com.avonsolutions.sandbox.event.EventBuilder;
import com.avonsolutions.sandbox.event.EventFixtures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Responses while DynamoDB throttles, which DynamoDB Local never does. */
class StoreRefusesTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  private final FaultyDynamoDb store = new FaultyDynamoDb(DATABASE.endpoint());
  private final SubmitLeadsHandler handler =
      new SubmitLeadsHandler(
          DATABASE.environmentOf(
              "ContactFunction", Map.of("DynamoDbEndpoint", store.endpoint().toString())));

  @BeforeEach
  void throttle() {
    store.always(Fault.THROTTLED);
  }

  @AfterEach
  void stop() {
    store.close();
  }

  @Test
  void postContact_shouldShowTheFormAgain_whenTheStoreThrottles() throws IOException {
    Answer answer =
        EventFixtures.answer(
            handler,
            EventBuilder.request("POST", "/contact")
                .header("accept", "text/html")
                .form("name=Asha&phone=9876543210&message=Please+call&consent=yes&submissionKey=k1")
                .build());

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("retry-after")).isPresent();
    Document page = Jsoup.parse(answer.text());
    assertThat(page.select("#errors").text()).contains("could not store");
    assertThat(page.select("textarea").val()).isEqualTo("Please call");
    assertThat(page.select("[name=submissionKey]").val()).isEqualTo("k1");
    assertThat(answer.text()).doesNotContain("Thank");
  }

  @Test
  void postLead_shouldNameTheTimeToRetryAfter_whenTheStoreThrottles() throws IOException {
    Answer answer =
        EventFixtures.answer(
            handler,
            EventBuilder.request("POST", "/api/leads")
                .json("{\"name\":\"Asha\",\"phone\":\"9876543210\",\"consent\":true}")
                .build());

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("retry-after")).isPresent();
    assertThat(answer.json()).containsEntry("status", 503);
  }

  @Test
  void log_shouldHaveNoPersonalData_whenTheStoreThrottles() throws IOException {
    PrintStream standardOut = System.out;
    ByteArrayOutputStream captured = new ByteArrayOutputStream();
    System.setOut(new PrintStream(captured, true, UTF_8));
    try {
      EventFixtures.answer(
          handler,
          EventBuilder.request("POST", "/api/leads")
              .json("{\"name\":\"Asha\",\"phone\":\"9876543210\",\"consent\":true}")
              .build());
    } finally {
      System.setOut(standardOut);
    }

    assertThat(captured.toString(UTF_8))
        .contains("\"status\":503", "\"route\":\"POST /api/leads\"", "ThrottlingException")
        .doesNotContain("Asha", "9876543210");
  }
}
