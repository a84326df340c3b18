package com.avonsolutions.hooks.details;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.aws.dynamodb.Items;
import com.avonsolutions.domain.secret.HmacSha256;
import com.avonsolutions.hooks.Hooks;
import com.avonsolutions.sandbox.MutableClock;
import com.avonsolutions.sandbox.engine.SiteDatabase;
import com.avonsolutions.sandbox.event.EventBuilder;
import com.avonsolutions.sandbox.event.EventFixtures;
import com.avonsolutions.sandbox.event.InvocationContext;
import com.avonsolutions.sandbox.standin.PlatformStandIn;
import com.avonsolutions.sandbox.standin.PlatformStandIn.Fault;
import com.avonsolutions.sandbox.standin.SampleSources;
import com.avonsolutions.web.function.FunctionHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class FetchLeadDetailsHandlerTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  private static final String SCHEDULED = "{\"source\":\"aws.events\"}";

  private final Hooks hooks = new Hooks(DATABASE);
  private final MutableClock clock = new MutableClock();
  private final PlatformStandIn platforms = new PlatformStandIn();
  private final FunctionHandler details =
      hooks.handler("lead-details", platforms.parameters(), clock);

  @AfterEach
  void stop() {
    platforms.close();
  }

  @Test
  void lead_shouldBeFetchedFromMeta_whenItIsInTheStream() throws IOException {
    metaSends("44440001", "44440002");
    String first = idOf("44440001");

    assertThat(run(streamOf(first))).isEqualTo("{\"done\":1,\"failed\":0}");

    Map<String, AttributeValue> lead = leadOf("44440001");
    assertThat(Hooks.texts(lead))
        .containsEntry("id", first)
        .containsEntry("state", "RECEIVED")
        .containsEntry("name", "Joe Example 44440001")
        .containsEntry("email", "joe44440001@example.com")
        .containsEntry("phone", "+919876543210")
        .containsEntry("form", "2001")
        .containsEntry("providerId", "44440001")
        .containsEntry("submittedAt", "2026-11-22T10:15:20Z");
    assertThat(Items.textMap(lead, "more"))
        .containsOnly(
            Map.entry("what_do_you_need?", "ads, a website"),
            Map.entry("consent:may_call", "yes"),
            Map.entry("consent:newsletter", "no"),
            Map.entry("consent:may_write", "no"));
    assertThat(Items.textMap(lead, "lastTouch")).containsEntry("ad_id", "3001");
    assertThat(Hooks.texts(leadOf("44440002"))).containsEntry("state", "AWAITING_DETAILS");
    assertThat(platforms.requests())
        .singleElement()
        .asString()
        .startsWith("/v25.0/44440001?access_token=");
  }

  @Test
  void lead_shouldBeFetchedFromLinkedIn_withItsForm() throws IOException {
    EventFixtures.answer(
        hooks.handler("linkedin", Map.of(), clock),
        EventFixtures.named("linkedin", "post-created"));

    assertThat(run(SCHEDULED)).isEqualTo("{\"done\":1,\"failed\":0}");

    String id = "9d8f0c2e-7a51-4b1e-8f2b-2f7a9a1f1a01-5";
    Map<String, AttributeValue> lead = leadOf(id);
    assertThat(Hooks.texts(lead))
        .containsEntry("state", "RECEIVED")
        .containsEntry("name", "Lina Example " + id)
        .containsEntry("email", "lina@example.com")
        .containsEntry("form", "7234246");
    assertThat(Items.textMap(lead, "more"))
        .containsOnly(
            Map.entry("How large is your team?", "Up to ten"),
            Map.entry("consent:7", "yes"),
            Map.entry("campaign", "diwali"));
    assertThat(Items.textMap(lead, "lastTouch"))
        .containsEntry("campaign_id", "urn:li:sponsoredCampaign:55")
        .containsEntry("lead_type", "SPONSORED");
  }

  @ParameterizedTest
  @EnumSource(value = Fault.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void lead_shouldWait_andBeFetchedLater_afterEveryFault(Fault fault) throws IOException {
    metaSends("1");
    platforms.next(fault);

    assertThat(run(withShortTimeout(), streamOf(idOf("1")))).isEqualTo("{\"done\":0,\"failed\":1}");
    assertThat(Hooks.texts(leadOf("1"))).containsEntry("state", "AWAITING_DETAILS");

    assertThat(run(SCHEDULED)).isEqualTo("{\"done\":1,\"failed\":0}");
    assertThat(Hooks.texts(leadOf("1"))).containsEntry("name", "Joe Example 1");
  }

  @Test
  void platform_shouldNotBeCalledAgain_whenItLimitsTheRate() throws IOException {
    metaSends("1", "2", "3");
    platforms.always(Fault.RATE_LIMITED);

    assertThat(run(SCHEDULED)).isEqualTo("{\"done\":0,\"failed\":3}");
    assertThat(platforms.requests()).hasSize(1);
  }

  @Test
  void platform_shouldNotBeCalledAgain_afterThreeFailures() throws IOException {
    metaSends("1", "2", "3", "4", "5");
    platforms.always(Fault.SERVER_ERROR);

    assertThat(run(SCHEDULED)).isEqualTo("{\"done\":0,\"failed\":5}");
    assertThat(platforms.requests()).hasSize(3);
  }

  @Test
  void oldest_shouldBeFetchedFirst() throws IOException {
    metaSends("1");
    clock.pass(Duration.ofSeconds(1));
    metaSends("2");
    platforms.always(Fault.RATE_LIMITED);
    platforms.next(Fault.NONE);

    run(SCHEDULED);

    assertThat(Hooks.texts(leadOf("1"))).containsEntry("state", "RECEIVED");
    assertThat(Hooks.texts(leadOf("2"))).containsEntry("state", "AWAITING_DETAILS");
  }

  @Test
  void lead_shouldReachStaffWithoutItsDetails_afterThreeDays() throws IOException {
    metaSends("1");
    platforms.always(Fault.NOT_THERE);
    clock.pass(Duration.ofDays(3));
    run(SCHEDULED);
    assertThat(Hooks.texts(leadOf("1"))).containsEntry("state", "AWAITING_DETAILS");

    clock.pass(Duration.ofSeconds(1));

    assertThat(run(SCHEDULED)).isEqualTo("{\"done\":1,\"failed\":0}");
    assertThat(Hooks.texts(leadOf("1")))
        .containsEntry("state", "RECEIVED")
        .containsEntry("providerId", "1")
        .hasEntrySatisfying("message", note -> assertThat(note).contains("look it up"));
  }

  @Test
  void schedule_shouldFindLeadsOfLastMonth() throws IOException {
    metaSends("1");
    clock.pass(Duration.ofDays(9)); // 22 November to 1 December

    assertThat(run(SCHEDULED)).isEqualTo("{\"done\":1,\"failed\":0}");
    assertThat(Hooks.texts(leadOf("1"))).containsEntry("name", "Joe Example 1");
  }

  @Test
  void lead_shouldBeFetchedOnce_whenItsEventIsRepeated() throws IOException {
    metaSends("1");
    run(SCHEDULED);
    metaSends("1");

    assertThat(run(SCHEDULED)).isEqualTo("{\"done\":0,\"failed\":0}");
    assertThat(run(streamOf(idOf("1")))).isEqualTo("{\"done\":0,\"failed\":0}");
    assertThat(hooks.leads()).hasSize(1);
    assertThat(platforms.requests()).hasSize(1);
  }

  @Test
  void log_shouldHoldNoTokenAndNoPersonalData() throws IOException {
    metaSends("1", "2");
    platforms.next(Fault.SERVER_ERROR);
    PrintStream standardOut = System.out;
    ByteArrayOutputStream captured = new ByteArrayOutputStream();
    System.setOut(new PrintStream(captured, true, UTF_8));
    try {
      run(SCHEDULED);
    } finally {
      System.setOut(standardOut);
    }

    assertThat(captured.toString(UTF_8))
        .contains(
            "details of meta",
            "PlatformException\",\"message\":\"The platform answered 500\"",
            "\"records\":2",
            "\"failed\":1")
        .doesNotContain(SampleSources.META_ACCESS_TOKEN, "Joe", "9876543210", "example.com");
  }

  private void metaSends(String... leadIds) throws IOException {
    String changes =
        IntStream.range(0, leadIds.length)
            .mapToObj(
                i ->
                    "{\"field\":\"leadgen\",\"value\":{\"leadgen_id\":\""
                        + leadIds[i]
                        + "\",\"form_id\":\"2001\"}}")
            .collect(Collectors.joining(","));
    String body = "{\"object\":\"page\",\"entry\":[{\"changes\":[" + changes + "]}]}";
    String signature = HmacSha256.hex(SampleSources.META_APP_SECRET, body.getBytes(UTF_8));
    assertThat(
            EventFixtures.answer(
                    hooks.handler("meta", Map.of(), clock),
                    EventBuilder.request("POST", "/hooks/meta")
                        .header("x-hub-signature-256", "sha256=" + signature)
                        .json(body)
                        .build())
                .status())
        .isEqualTo(200);
  }

  /** For replies that never come. Others could time out on a slow machine. */
  private FunctionHandler withShortTimeout() {
    return new Hooks(DATABASE, FetchLeadDetailsHandlerTest::shortTimeout)
        .handler("lead-details", platforms.parameters(), clock);
  }

  private static Map<String, String> shortTimeout(Map<String, String> environment) {
    Map<String, String> changed = new HashMap<>(environment);
    changed.put("PLATFORM_PATIENCE_MILLIS", "300");
    return changed;
  }

  private String run(String event) throws IOException {
    return run(details, event);
  }

  private static String run(FunctionHandler details, String event) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    details.handleRequest(
        new ByteArrayInputStream(event.getBytes(UTF_8)),
        out,
        InvocationContext.of("1", "LeadDetailsFunction", Duration.ofMinutes(10)));
    return out.toString(UTF_8);
  }

  private static String streamOf(String id) {
    return "{\"Records\":[{\"eventName\":\"INSERT\",\"dynamodb\":{\"Keys\":{\"id\":{\"S\":\""
        + id
        + "\"}}}}]}";
  }

  private String idOf(String providerId) {
    return Optional.ofNullable(Hooks.texts(leadOf(providerId)).get("id")).orElseThrow();
  }

  private Map<String, AttributeValue> leadOf(String providerId) {
    List<Map<String, AttributeValue>> found =
        hooks.leads().stream()
            .filter(lead -> providerId.equals(Hooks.texts(lead).get("providerId")))
            .toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }
}
