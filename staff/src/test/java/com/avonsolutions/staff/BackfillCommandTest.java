package com.avonsolutions.staff;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.domain.lead.Lead;
import com.avonsolutions.domain.lead.LeadState;
import com.avonsolutions.domain.lead.Origin;
import com.avonsolutions.domain.submission.SubmissionIdentity;
import com.avonsolutions.hooks.platform.AnswerSheet;
import com.avonsolutions.sandbox.MutableClock;
import com.avonsolutions.sandbox.engine.SiteDatabase;
import com.avonsolutions.sandbox.standin.PlatformStandIn;
import com.avonsolutions.sandbox.standin.PlatformStandIn.Fault;
import com.avonsolutions.sandbox.standin.SampleSources;
import com.avonsolutions.staff.StaffTerminal.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BackfillCommandTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  private static final String FORM = "2001";

  private final MutableClock clock = new MutableClock();
  private final PlatformStandIn meta = new PlatformStandIn();
  private final List<Duration> waits = new ArrayList<>();
  private final Stores stores = Stores.open(environment(), clock);

  @AfterEach
  void close() {
    stores.close();
    meta.close();
  }

  @Test
  void backfill_shouldAddEveryLead_pageByPage() {
    meta.form(FORM, ids(1, 7), 3);

    List<String> lines = run();

    assertThat(lines)
        .containsExactly(
            "3 added, 0 completed; 0 were here already",
            "  next: --after 3",
            "6 added, 0 completed; 0 were here already",
            "  next: --after 6",
            "7 added, 0 completed; 0 were here already");
    assertThat(lead("5"))
        .get()
        .satisfies(
            lead -> {
              assertThat(lead.state()).isEqualTo(LeadState.RECEIVED);
              assertThat(lead.person().name()).contains("Joe Example 5");
              assertThat(lead.origin().form()).contains(FORM);
              assertThat(lead.consent().words().version()).isEqualTo("meta/" + FORM);
              assertThat(lead.enquiry().more()).containsEntry("consent:may_call", "yes");
            });
  }

  @Test
  void backfill_shouldAddOnlyWhatIsMissing_andCompleteWhatAwaitsDetails() {
    meta.form(FORM, ids(1, 3), 100);
    run();
    storeIdOnly("4");
    meta.form(FORM, ids(1, 5), 100);

    assertThat(run()).containsExactly("1 added, 1 completed; 3 were here already");
    assertThat(lead("4").orElseThrow().person().name()).contains("Joe Example 4");
    assertThat(run()).containsExactly("0 added, 0 completed; 5 were here already");
  }

  @Test
  void backfill_shouldNotRestoreAnErasedLead() {
    meta.form(FORM, ids(1, 2), 100);
    run();
    stores.leads().erase(lead("1").orElseThrow().id());
    stores.leads().eraseAndBlock(identity("3"));
    meta.form(FORM, ids(1, 3), 100);

    assertThat(run()).containsExactly("0 added, 0 completed; 3 were here already");
    assertThat(lead("1")).isEmpty();
    assertThat(lead("3")).isEmpty();
  }

  @Test
  void dryRun_shouldPrintWhatWouldChange_withoutNames() {
    meta.form(FORM, ids(1, 2), 100);
    storeIdOnly("1");

    assertThat(run("--dry-run"))
        .containsExactly(
            "  would complete 1 of 2026-11-22 15:45",
            "  would add 2 of 2026-11-22 15:45",
            "1 would be added, 1 completed; 0 are here already; nothing is changed");
    assertThat(lead("1").orElseThrow().state()).isEqualTo(LeadState.AWAITING_DETAILS);
    assertThat(lead("2")).isEmpty();
  }

  @Test
  void backfill_shouldResume_whereItStopped() {
    meta.form(FORM, ids(1, 5), 2);
    meta.next(Fault.NONE, Fault.SERVER_ERROR, Fault.SERVER_ERROR, Fault.SERVER_ERROR);

    assertThat(failure(variables()))
        .isEqualTo(
            "Stopped. The platform answered 500. Nothing is lost: run it again with --after 2.");
    assertThat(lead("2")).isPresent();
    assertThat(lead("3")).isEmpty();
    assertThat(run("--after", "2")).last().isEqualTo("3 added, 0 completed; 0 were here already");
    assertThat(lead("5")).isPresent();
  }

  @ParameterizedTest
  @EnumSource(names = {"SERVER_ERROR", "NONSENSE", "REDIRECT"})
  void backfill_shouldRetry_whenAnAnswerIsUnusable(Fault fault) {
    meta.form(FORM, ids(1, 2), 100);
    meta.next(fault, fault);

    assertThat(run()).containsExactly("2 added, 0 completed; 0 were here already");
    assertThat(waits).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
  }

  @ParameterizedTest
  @EnumSource(names = {"HANG", "DRIP"})
  void backfill_shouldStop_whenMetaDoesNotAnswer(Fault fault) {
    meta.always(fault);
    Map<String, String> shortTimeout = new HashMap<>(variables());
    shortTimeout.put("PLATFORM_PATIENCE_MILLIS", "300");

    assertThat(failure(shortTimeout)).startsWith("Stopped. The platform did not answer.");
    assertThat(meta.requests()).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource(names = {"RATE_LIMITED", "TOO_MANY_REQUESTS"})
  void backfill_shouldBackOff_whenMetaLimitsTheRate(Fault fault) {
    meta.form(FORM, ids(1, 2), 100);
    meta.next(fault, fault, fault);

    assertThat(run())
        .containsExactly(
            "Rate limit at Meta: waiting 1 min",
            "Rate limit at Meta: waiting 2 min",
            "Rate limit at Meta: waiting 4 min",
            "2 added, 0 completed; 0 were here already");
    assertThat(waits)
        .containsExactly(Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(4));
  }

  @Test
  void backfill_shouldStop_afterAnHourOfRateLimits() {
    meta.always(Fault.RATE_LIMITED);

    assertThat(failure(variables())).startsWith("Stopped. The platform answered 400.");
    assertThat(waits.stream().mapToLong(Duration::toMinutes).sum()).isEqualTo(63);
  }

  @Test
  void backfill_shouldStopAtOnce_whenMetaRefuses() {
    meta.always(Fault.NOT_THERE);

    assertThat(failure(variables()))
        .isEqualTo(
            "Stopped. The platform answered 400. Check META_ACCESS_TOKEN and the id of the form."
                + " Nothing is lost: run it again.");
    assertThat(meta.requests()).hasSize(1);
  }

  @Test
  void since_shouldBeSentToMeta() {
    run("--since", "2026-11-01");

    assertThat(meta.requests())
        .singleElement()
        .asString()
        // Midnight in India.
        .contains("time_created", "GREATER_THAN", "1793471400");
  }

  @Test
  void backfill_shouldSayWhereTheTokenBelongs_whenItIsMissing() {
    Map<String, String> without = new HashMap<>(variables());
    without.remove("META_ACCESS_TOKEN");

    assertThat(failure(without))
        .isEqualTo(
            "Set META_ACCESS_TOKEN to a token of the page, or use AWS credentials that may read"
                + " /avon/meta/access-token.");
  }

  @Test
  void backfill_shouldNameTheTable_whenItStopsThere() {
    meta.form(FORM, ids(1, 2), 100);

    terminal(variables())
        .on("http://localhost:1", "leads", "backfill", "meta", FORM)
        .shouldBe(
            1,
            "Stopped. http://localhost:1 does not answer: start the local server, and use the"
                + " address that it prints as Tables. Nothing is lost: run it again.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          meta           | Missing required parameter: 'FORM'. Try leads backfill meta --help.
          linkedin 2001  | There is no command "leads backfill linkedin", only: meta. Try leads backfill --help.
          meta 2001 2002 | Unmatched argument at index 4: '2002'. Try leads backfill meta --help.
          meta 2001 --since May | --since: "May" is not a day: write it like 2026-11-22.
          """)
  void command_shouldSayWhatToDo_whenWordsAreWrong(String words, String message) {
    terminal(variables())
        .on(DATABASE.endpoint(), ("leads backfill " + words).split(" ", -1))
        .shouldBe(2, message);
  }

  private List<String> run(String... flags) {
    List<String> words = new ArrayList<>(List.of("leads", "backfill", "meta", FORM));
    words.addAll(List.of(flags));
    return terminal(variables()).lines(DATABASE.endpoint(), words.toArray(String[]::new));
  }

  /** The one line of a run that fails. */
  private String failure(Map<String, String> variables) {
    Result result = terminal(variables).on(DATABASE.endpoint(), "leads", "backfill", "meta", FORM);
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err()).hasSize(1);
    return result.err().get(0);
  }

  private StaffTerminal terminal(Map<String, String> variables) {
    return new StaffTerminal(clock, variables, waits::add);
  }

  private Map<String, String> variables() {
    Map<String, String> variables = new HashMap<>();
    variables.put("META_GRAPH_URL", meta.address().toString());
    variables.put("META_ACCESS_TOKEN", SampleSources.META_ACCESS_TOKEN);
    variables.put("PLATFORM_PATIENCE_MILLIS", "20000");
    // No server listens there.
    variables.put("SSM_ENDPOINT", "http://localhost:1");
    return variables;
  }

  private static Map<String, String> environment() {
    return DATABASE.environmentOf("LinkedInFunction", Map.of("LinkedInLeads", "on"));
  }

  /** Stores what a webhook stores: the id, without answers. */
  private void storeIdOnly(String id) {
    stores
        .platformIntake()
        .accept(
            LeadState.AWAITING_DETAILS,
            new AnswerSheet(),
            new Origin(
                "meta", Optional.of(FORM), Optional.of(id), Optional.empty(), Optional.empty()),
            Map.of());
  }

  private Optional<Lead> lead(String id) {
    return stores.leads().storedId(identity(id)).flatMap(stores.leads()::find);
  }

  private static SubmissionIdentity identity(String id) {
    return SubmissionIdentity.ofProvider("meta", id);
  }

  private static List<String> ids(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(Integer::toString).toList();
  }
}
