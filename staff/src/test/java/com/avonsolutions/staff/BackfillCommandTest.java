package com.avonsolutions.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
  void backfill_shouldAddEveryLead_pageByPage() throws Exception {
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
              assertThat(lead.consentVersion()).isEqualTo("meta/" + FORM);
              assertThat(lead.enquiry().more()).containsEntry("consent:may_call", "yes");
            });
  }

  @Test
  void backfill_shouldAddOnlyWhatIsMissing_andCompleteWhatWaits() throws Exception {
    meta.form(FORM, ids(1, 3), 100);
    run();
    named("4");
    meta.form(FORM, ids(1, 5), 100);

    assertThat(run()).containsExactly("1 added, 1 completed; 3 were here already");
    assertThat(lead("4").orElseThrow().person().name()).contains("Joe Example 4");
    assertThat(run()).containsExactly("0 added, 0 completed; 5 were here already");
  }

  @Test
  void backfill_shouldBringNoErasedLeadBack() throws Exception {
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
  void dryRun_shouldSayWhatWouldBeDone_withoutNames() throws Exception {
    meta.form(FORM, ids(1, 2), 100);
    named("1");

    assertThat(run("--dry-run"))
        .containsExactly(
            "  would complete 1 of 2026-11-22 15:45",
            "  would add 2 of 2026-11-22 15:45",
            "1 would be added, 1 completed; 0 are here already; nothing is changed");
    assertThat(lead("1").orElseThrow().state()).isEqualTo(LeadState.AWAITING_DETAILS);
    assertThat(lead("2")).isEmpty();
  }

  @Test
  void backfill_shouldGoOn_whereItStopped() throws Exception {
    meta.form(FORM, ids(1, 5), 2);
    meta.next(Fault.NONE, Fault.SERVER_ERROR, Fault.SERVER_ERROR, Fault.SERVER_ERROR);

    assertThatThrownBy(this::run)
        .isInstanceOf(UserError.class)
        .hasMessage(
            "Stopped. The platform answered 500. Nothing is lost; the same command goes on, from"
                + " here with --after 2.");
    assertThat(lead("2")).isPresent();
    assertThat(lead("3")).isEmpty();
    assertThat(run("--after", "2")).last().isEqualTo("3 added, 0 completed; 0 were here already");
    assertThat(lead("5")).isPresent();
  }

  @ParameterizedTest
  @EnumSource(names = {"SERVER_ERROR", "NONSENSE", "REDIRECT"})
  void backfill_shouldAskAgain_whenAnAnswerIsNone(Fault fault) throws Exception {
    meta.form(FORM, ids(1, 2), 100);
    meta.next(fault, fault);

    assertThat(run()).containsExactly("2 added, 0 completed; 0 were here already");
    assertThat(waits).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
  }

  @ParameterizedTest
  @EnumSource(names = {"HANG", "DRIP"})
  void backfill_shouldStop_whenNoAnswerComes(Fault fault) {
    meta.always(fault);
    Map<String, String> impatient = new HashMap<>(variables());
    impatient.put("PLATFORM_PATIENCE_MILLIS", "300");

    assertThatThrownBy(() -> terminal(impatient).lines("meta", FORM))
        .hasMessageStartingWith("Stopped. The platform did not answer.");
    assertThat(meta.requests()).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource(names = {"RATE_LIMITED", "TOO_MANY_REQUESTS"})
  void backfill_shouldWaitLongerEachTime_whenMetaWantsItToAskLess(Fault fault) throws Exception {
    meta.form(FORM, ids(1, 2), 100);
    meta.next(fault, fault, fault);

    assertThat(run())
        .containsExactly(
            "Meta wants us to ask less; waiting 1 min",
            "Meta wants us to ask less; waiting 2 min",
            "Meta wants us to ask less; waiting 4 min",
            "2 added, 0 completed; 0 were here already");
    assertThat(waits)
        .containsExactly(Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(4));
  }

  @Test
  void backfill_shouldStop_whenMetaWantsItToAskLessForAnHour() {
    meta.always(Fault.RATE_LIMITED);

    assertThatThrownBy(this::run).hasMessageStartingWith("Stopped. The platform answered 400.");
    assertThat(waits.stream().mapToLong(Duration::toMinutes).sum()).isEqualTo(63);
  }

  @Test
  void backfill_shouldStopAtOnce_whenMetaRefuses() {
    meta.always(Fault.NOT_THERE);

    assertThatThrownBy(this::run)
        .hasMessage(
            "Stopped. The platform answered 400. Nothing is lost; the same command goes on.");
    assertThat(meta.requests()).hasSize(1);
  }

  @Test
  void since_shouldBeAskedOfMeta() throws Exception {
    run("--since", "2026-11-01");

    assertThat(meta.requests())
        .singleElement()
        .asString()
        // Midnight in India.
        .contains("time_created", "GREATER_THAN", "1793471400");
  }

  @Test
  void backfill_shouldSayWhereTheTokenGoes_whenThereIsNone() {
    Map<String, String> without = new HashMap<>(variables());
    without.remove("META_ACCESS_TOKEN");

    assertThatThrownBy(() -> terminal(without).lines("meta", FORM))
        .hasMessage(
            "Set META_ACCESS_TOKEN to a token of the page, or use AWS credentials that may read"
                + " /avon/meta/access-token.");
  }

  @ParameterizedTest
  @CsvSource({"meta", "linkedin 2001", "meta 2001 2002"})
  void command_shouldShowItsUsage_whenWordsAreWrong(String words) {
    assertThatThrownBy(() -> terminal(variables()).lines(words.split(" ", -1)))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("Usage: leads backfill meta FORM");
  }

  private List<String> run(String... flags) throws Exception {
    List<String> words = new ArrayList<>(List.of("meta", FORM));
    words.addAll(List.of(flags));
    return terminal(variables()).lines(words.toArray(String[]::new));
  }

  private StaffTerminal terminal(Map<String, String> variables) {
    return new StaffTerminal(
        new BackfillCommand(clock, variables, waits::add), DATABASE.endpoint().toString());
  }

  private Map<String, String> variables() {
    Map<String, String> variables = new HashMap<>();
    variables.put("META_GRAPH_URL", meta.address().toString());
    variables.put("META_ACCESS_TOKEN", SampleSources.META_ACCESS_TOKEN);
    variables.put("PLATFORM_PATIENCE_MILLIS", "20000");
    // Nobody listens there.
    variables.put("SSM_ENDPOINT", "http://localhost:1");
    return variables;
  }

  private static Map<String, String> environment() {
    return DATABASE.environmentOf("LinkedInFunction", Map.of("LinkedInLeads", "on"));
  }

  /** As a webhook names it. */
  private void named(String id) {
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
