package com.avonsolutions.hooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.sandbox.MutableClock;
import com.avonsolutions.sandbox.engine.SiteDatabase;
import com.avonsolutions.sandbox.event.EventFixtures;
import com.avonsolutions.sandbox.standin.PlatformStandIn;
import com.avonsolutions.web.function.FunctionHandler;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Each source's leads have one record of consent each, which claims no more than was seen. */
class ConsentRecordsTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  private final Hooks hooks = new Hooks(DATABASE);

  @ParameterizedTest
  @CsvSource({
    "google-ads, post-lead, google-ads/40000000000",
    "indiamart, post-enquiry, indiamart",
    "indiamart, post-bare-list, indiamart",
    "justdial, get-enquiry, justdial",
    "meta, post-event, meta/2",
    "linkedin, post-created, linkedin/7234246"
  })
  void platform_shouldLeaveARecordWithoutPurposes(String source, String event, String version)
      throws IOException {
    FunctionHandler handler = hooks.handler(source);
    EventFixtures.answer(handler, EventFixtures.named(source, event));
    EventFixtures.answer(handler, EventFixtures.named(source, event));

    assertThat(records())
        .hasSameSizeAs(hooks.leads())
        .allSatisfy(
            record -> {
              assertThat(Hooks.texts(record))
                  .containsEntry("method", "platform")
                  .containsEntry("version", version)
                  .containsEntry("source", source)
                  .doesNotContainKeys("wordsHash", "language");
              assertThat(record)
                  .containsEntry("purposes", AttributeValue.fromL(List.of()))
                  .containsEntry("refused", AttributeValue.fromL(List.of()))
                  .containsEntry("wordsKnown", AttributeValue.fromBool(false));
            });
    assertThat(subjects()).containsExactlyInAnyOrderElementsOf(leads());
  }

  @Test
  void webhook_shouldLeaveARecord_withTheNameOfTheFormsWords() throws IOException {
    FunctionHandler handler = hooks.handler("webhook");
    hooks.loadForm(handler, "sample", Optional.of("/avon/forms/sample"));

    EventFixtures.answer(handler, EventFixtures.named("webhook", "post-lead"));

    assertThat(subjects()).containsExactlyElementsOf(leads());
    assertThat(Hooks.texts(records().get(0)))
        .containsEntry("method", "webhook")
        .containsEntry("version", "sample-1")
        .containsEntry("form", "sample")
        .containsEntry("providerId", "sample/msg_1");
  }

  @Test
  void details_shouldReplaceTheRecord_inTheTransactionThatStoresThem() throws IOException {
    MutableClock clock = new MutableClock();
    try (PlatformStandIn platforms = new PlatformStandIn()) {
      EventFixtures.answer(
          hooks.handler("linkedin", Map.of(), clock),
          EventFixtures.named("linkedin", "post-created"));
      assertThat(Hooks.texts(records().get(0))).doesNotContainKeys("emailHash");

      FunctionHandler details = hooks.handler("lead-details", platforms.parameters(), clock);
      EventFixtures.response(details, "{}".getBytes(UTF_8));

      assertThat(subjects()).containsExactlyElementsOf(leads());
      assertThat(Hooks.texts(records().get(0)))
          .containsEntry("method", "platform")
          .containsEntry("form", "7234246")
          .containsEntry("version", "linkedin/7234246")
          .containsKeys("emailHash");
    }
  }

  private List<String> leads() {
    return hooks.leads().stream().map(lead -> "lead#" + Hooks.texts(lead).get("id")).toList();
  }

  private static List<String> subjects() {
    return records().stream().map(record -> Hooks.texts(record).get("subject")).toList();
  }

  private static List<Map<String, AttributeValue>> records() {
    return DATABASE
        .client()
        .scan(scan -> scan.tableName("ConsentsTable").consistentRead(true))
        .items();
  }
}
