package com.avonsolutions.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.sandbox.standin.SampleSources;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

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
    Sent sent = run(Map.of(), "send", site.address().toString());

    assertThat(sent.exitCode()).isEqualTo(1);
    assertThat(sent.err())
        .singleElement()
        .asString()
        .contains(
            "google-ads/post-test-lead",
            "meta/get-verify,",
            "meta/post-event",
            "linkedin/get-challenge",
            "linkedin/post-created",
            "indiamart/post-enquiry",
            "justdial/get-enquiry",
            "webhook/post-lead")
        .doesNotContain("wrong");
  }

  @Test
  void command_shouldSayWhatToDo_whenTheFormSecretIsMalformed() {
    assertThat(
            run(Map.of("FORM_SECRET", "whsec_%"), "send", site.address() + "", "--only", "webhook"))
        .isEqualTo(
            new Sent(
                1,
                List.of(),
                List.of("FORM_SECRET is malformed: it is whsec_ and Base64. Copy it again.")));
  }

  @Test
  void command_shouldSayWhatToDo_whenTheSiteDoesNotAnswer() {
    Sent sent = run(Map.of(), "send", "http://localhost:1");

    assertThat(sent.exitCode()).isEqualTo(1);
    assertThat(sent.err())
        .singleElement()
        .asString()
        .startsWith("http://localhost:1 does not answer");
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

  /** What a command left behind. */
  private record Sent(int exitCode, List<String> out, List<String> err) {}

  private static List<String> send(Map<String, String> secrets, String... words) {
    Sent sent = run(secrets, words);
    assertThat(sent.err()).isEmpty();
    assertThat(sent.exitCode()).isZero();
    return sent.out();
  }

  private static Sent run(Map<String, String> secrets, String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    List<String> arguments = new ArrayList<>(List.of("samples"));
    arguments.addAll(List.of(words));
    int exitCode =
        com.avonsolutions.staff.Main.run(
            secrets,
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            arguments.toArray(String[]::new));
    return new Sent(
        exitCode, out.toString(UTF_8).lines().toList(), err.toString(UTF_8).lines().toList());
  }
}
