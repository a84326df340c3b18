package com.avonsolutions.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.aws.dynamodb.Items;
import com.avonsolutions.sandbox.engine.SiteDatabase;
import com.avonsolutions.sandbox.event.EventBuilder;
import com.avonsolutions.sandbox.event.EventFixtures;
import com.avonsolutions.sandbox.standin.SampleSources;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a platform sends and we have no field for, or cannot read, is kept with the lead. */
class NothingLostTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  private static final String GOOGLE = "{'google_key':'sample-google-ads-key',";

  private final Hooks hooks = new Hooks(DATABASE);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "indiamart | {'SENDER_NAME':'A','MESSAGE':'50 bags'} | message | 50 bags",
        "indiamart | {'RESPONSE':{'SENDER_NAME':'A','MESSAGE':'50 bags'}} | message | 50 bags",
        "indiamart | {'SENDER_NAME':'A','STATUS':'Hot'} | more.STATUS | Hot",
        "indiamart | {'SENDER_NAME':'A','QUERY_TIME':'30-Nov-2026'} | more.QUERY_TIME | 30-Nov-2026",
        "indiamart | {'SENDER_NAME':'A','QUERY_TIME':'2026-11-30 10:10'}"
            + " | submittedAt | 2026-11-30T04:40:00Z",
        "indiamart | {'RESPONSE':'call 9876543210'} | more.RESPONSE | call 9876543210",
        "indiamart | {'SENDER_EMAIL':'a@example.com, b@example.com'} | email | a@example.com",
        "indiamart | {'SENDER_EMAIL':'a@example.com (work)'}"
            + " | more.SENDER_EMAIL | a@example.com (work)",
        "justdial | {'name':'A','date':'yesterday','time':'10:10'} | more.date | yesterday",
        "justdial | {'mobile':'9876543210','prefix':'Mrs'} | more.prefix | Mrs",
        "google-ads | "
            + GOOGLE
            + "'user_column_data':[{'column_id':'EMAIL','string_values':['a@example.com']}]}"
            + " | email | a@example.com",
        "google-ads | " + GOOGLE + "'page_url':'x','user_column_data':[]} | more.page_url | x",
        "google-ads | "
            + GOOGLE
            + "'lead_submit_time':'today','lead_id':'1'} | more.lead_submit_time | today",
        "google-ads | " + GOOGLE + "'is_test':'1','lead_id':'1'} | state | TEST"
      })
  void message_shouldLoseNothing(String source, String message, String place, String kept)
      throws IOException {
    Map<String, AttributeValue> lead = received(source, message.replace('\'', '"'));

    Map<String, String> texts = Hooks.texts(lead);
    Items.textMap(lead, "more").forEach((name, text) -> texts.put("more." + name, text));
    assertThat(texts).containsEntry(place, kept);
    assertThat(texts.toString()).doesNotContain("sample-google-ads-key");
  }

  @ParameterizedTest
  @CsvSource({"1, true", "true, true", "Yes, true", "Y, true", "0, false", "No, false"})
  void justDial_shouldReadWhetherThePersonMayBeCalled(String sent, boolean doNotCall)
      throws IOException {
    Map<String, AttributeValue> lead =
        received("justdial", "{\"name\":\"A\",\"dncmobile\":\"" + sent + "\"}");

    assertThat(Items.flag(lead, "doNotCall")).isEqualTo(doNotCall);
  }

  private Map<String, AttributeValue> received(String source, String body) throws IOException {
    String path =
        switch (source) {
          case "indiamart" -> "/hooks/indiamart/" + SampleSources.INDIAMART_TOKEN;
          case "justdial" -> "/hooks/justdial/" + SampleSources.JUSTDIAL_TOKEN;
          default -> "/hooks/google-ads";
        };
    EventFixtures.answer(
        hooks.handler(source),
        EventBuilder.request("POST", path)
            .routeKey("POST " + path.replaceAll("[^/]{20,}$", "{token}"))
            .json(body)
            .build());
    List<Map<String, AttributeValue>> leads = hooks.leads();
    assertThat(leads).hasSize(1);
    return leads.get(0);
  }
}
