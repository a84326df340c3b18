package com.avonsolutions.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.avonsolutions.sandbox.CapturedOutput;
import com.avonsolutions.sandbox.standin.SampleSources;
import com.avonsolutions.staff.SamplesCommand;
import com.avonsolutions.staff.UserError;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs the command against a local server whose secrets differ from the samples. */
class SamplesCommandTest {
  private static final Map<String, String> SECRETS =
      Map.of(
          "JUSTDIAL_REPLY", "SUCCESS",
          "GOOGLE_ADS_KEY", "g",
          "META_VERIFY_TOKEN", "a+b&c",
          "META_APP_SECRET", "m",
          "LINKEDIN_CLIENT_SECRET", "l",
          "INDIAMART_TOKEN", "i",
          "JUSTDIAL_TOKEN", "j",
          "FORM_SECRET", "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");

  private static TestSite site;

  @BeforeAll
  static void start() throws Exception {
    String secrets =
        "/avon/google-ads/key=g;/avon/meta/verify-token=a+b&c;/avon/meta/app-secret=m"
            + ";/avon/linkedin/client-secret=l;/avon/indiamart/token=i;/avon/justdial/token=j"
            + ";/avon/meta/access-token="
            + SampleSources.META_ACCESS_TOKEN
            + ";/avon/forms/sample="
            + SECRETS.get("FORM_SECRET");
    site = TestSite.start(false, Map.of("LocalSecrets", secrets, "JustDialReply", "SUCCESS"));
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  @Test
  void samples_shouldGetTheExpectedAnswers_andCreateNoSecondLeadWhenRepeated() throws Exception {
    List<String> first = send(SECRETS, "send", site.address().toString());
    int leads = leads().size();
    List<String> second = send(SECRETS, "send", site.address() + "/");

    assertThat(first).last().isEqualTo("18 as expected, 0 not");
    assertThat(first)
        .contains("ok   meta/post-event                    200  EVENT_RECEIVED")
        .contains("ok   justdial/get-enquiry               200  SUCCESS");
    assertThat(second).last().isEqualTo("18 as expected, 0 not");
    // One lead of Google Ads, one of Meta, two of IndiaMART, two of JustDial, one of the webhook.
    // The last sample of LinkedIn erases its lead.
    assertThat(leads).isEqualTo(7);
    assertThat(leads()).hasSize(7);
  }

  @Test
  void metasLead_shouldGetItsDetails_fromTheStandIn() throws Exception {
    send(SECRETS, "send", site.address().toString(), "--only", "meta");

    Await.until("details of Meta's lead", () -> nameOfMetasLead().equals("Joe Example 999"));
  }

  @Test
  void command_shouldFail_whenTheSecretsDiffer() {
    List<String> printed = new ArrayList<>();

    assertThatThrownBy(() -> printed.addAll(send(Map.of(), "send", site.address().toString())))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("google-ads/post-test-lead")
        .hasMessageContaining("meta/get-verify,")
        .hasMessageContaining("meta/post-event")
        .hasMessageContaining("linkedin/get-challenge")
        .hasMessageContaining("linkedin/post-created")
        .hasMessageContaining("indiamart/post-enquiry")
        .hasMessageContaining("justdial/get-enquiry")
        .hasMessageContaining("webhook/post-lead")
        .hasMessageNotContaining("wrong");
  }

  @ParameterizedTest
  @CsvSource({
    "send, Usage: samples send",
    "receive http://localhost:1, Usage: samples send",
    "send http://localhost:1 --only tiktok, Usage: samples send",
    "send http://www.example.com, '\"http://www.example.com\" will not do'",
    "send www.example.com, '\"www.example.com\" will not do'",
    "send http://localhost:1, http://localhost:1 does not answer"
  })
  void command_shouldSayWhatToDo_whenItCannotSend(String words, String message) {
    assertThatThrownBy(() -> send(Map.of(), words.split(" ", -1)))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(message);
  }

  private static List<Map<String, String>> leads() {
    return site.submissions("LeadsTable");
  }

  private static String nameOfMetasLead() {
    return leads().stream()
        .filter(lead -> "999".equals(lead.get("providerId")))
        .map(lead -> lead.getOrDefault("name", ""))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> send(Map<String, String> secrets, String... words) throws Exception {
    return CapturedOutput.lines(
        () -> new SamplesCommand(Clock.systemUTC(), secrets).run(List.of(words)));
  }
}
