package com.avonsolutions.staff;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.domain.consent.Consent;
import com.avonsolutions.domain.consent.ConsentMethod;
import com.avonsolutions.domain.consent.ShownWords;
import com.avonsolutions.domain.lead.Attribution;
import com.avonsolutions.domain.lead.EmailAddress;
import com.avonsolutions.domain.lead.Enquiry;
import com.avonsolutions.domain.lead.Lead;
import com.avonsolutions.domain.lead.LeadField;
import com.avonsolutions.domain.lead.LeadState;
import com.avonsolutions.domain.lead.Origin;
import com.avonsolutions.domain.lead.Person;
import com.avonsolutions.domain.lead.Phone;
import com.avonsolutions.domain.lead.Service;
import com.avonsolutions.domain.lead.SpamVerdict;
import com.avonsolutions.domain.submission.SubmissionIdentity;
import com.avonsolutions.sandbox.MutableClock;
import com.avonsolutions.sandbox.engine.SiteDatabase;
import com.avonsolutions.staff.StaffTerminal.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class LeadsCommandTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  private final MutableClock clock = new MutableClock();
  private final StaffTerminal terminal = new StaffTerminal(clock);
  private final Stores stores = Stores.open(DATABASE.environmentOf("ContactFunction"), clock);

  @BeforeEach
  void setClock() {
    // Already the 11th in India.
    clock.set(Instant.parse("2026-03-10T20:00:00Z"));
  }

  @AfterEach
  void close() {
    stores.close();
  }

  @Test
  void list_shouldShowTheDaysLeadsNewestFirst() {
    store(
        new Lead(
            "1",
            LeadState.RECEIVED,
            new Person(
                Optional.of("आशा Rao"),
                EmailAddress.parse("Asha@Example.com"),
                Phone.parse("098765 43210"),
                Map.of(LeadField.COMPANY, "Rao Sarees"),
                false),
            new Enquiry(
                Optional.of(Service.ADS),
                Optional.of("First line\n    phone  second line"),
                Map.of("Budget", "50,000")),
            Origin.page("partner", Optional.empty(), Optional.of("/contact")),
            Attribution.ofLast(Map.of("utm_source", "x")),
            Consent.unseen(ShownWords.named("2026-11"), ConsentMethod.TICKED),
            Optional.empty(),
            Instant.parse("2026-03-10T09:30:59Z")));
    store(lead("2", "Robot", LeadState.QUARANTINED, "r@example.com", "", "2026-03-10T10:00:00Z"));
    store(lead("3", "Tomorrow", "t@example.com", "", "2026-03-10T18:30:00Z"));

    assertThat(lines("list", "2026-03-10"))
        .containsExactly(
            "2  2026-03-10 15:30  quarantined  Robot",
            "    e-mail   r@example.com",
            "    source   site",
            "1  2026-03-10 15:00  received  आशा Rao",
            "    phone    +919876543210",
            "    e-mail   Asha@Example.com",
            "    company  Rao Sarees",
            "    service  Google and Meta ads",
            "    source   partner",
            "        First line",
            "            phone  second line",
            "    Budget   50,000",
            "2 leads on 2026-03-10");
  }

  @Test
  void release_shouldTakeALeadOutOfQuarantine() {
    store(
        lead("1", "Asha", "a@example.com", "", "2026-03-10T10:00:00Z")
            .withVerdict(new SpamVerdict(true, 110, List.of("offer:100", "links:10"))));
    store(lead("2", "Ravi", "r@example.com", "", "2026-03-10T10:00:00Z"));

    assertThat(lines("quarantine"))
        .containsExactly(
            "1  2026-03-10 15:30  quarantined  Asha",
            "    e-mail   a@example.com",
            "    source   site",
            "    spam     offer:100, links:10",
            "1 lead in quarantine of 2026-03");
    assertThat(lines("release", "1")).containsExactly("1 released");
    assertThat(lines("quarantine", "2026-03")).containsExactly("0 leads in quarantine of 2026-03");
    run("release", "1").shouldBe(1, "There is no lead 1 in quarantine.");
  }

  /** Old leads, and leads that somebody else wrote into the table, may hold anything. */
  @Test
  void list_shouldPrintNothingRaw() {
    store(
        new Lead(
            "1",
            LeadState.RECEIVED,
            new Person(
                Optional.of("\u202eAsha\u001b[2J"),
                EmailAddress.parse("a@example.com"),
                Phone.parse("9876543210"),
                Phone.parse("9123456780"),
                Map.of(LeadField.COMPANY, "Rao\rSarees"),
                false),
            new Enquiry(
                Optional.empty(),
                Optional.of("one\u001b]0;title\u0007\rtwo"),
                Map.of("Q\u001b[31m\u2066\n?", "\u009b1mbold\u202e")),
            Origin.page("form", Optional.empty(), Optional.empty()),
            Attribution.NONE,
            Consent.unseen(ShownWords.named("2026-11"), ConsentMethod.TICKED),
            Optional.empty(),
            Instant.parse("2026-03-10T09:30:59Z")));

    assertThat(lines("list", "2026-03-10"))
        .containsExactly(
            "1  2026-03-10 15:00  received  Asha [2J",
            "    phone    +919876543210",
            "    other    +919123456780",
            "    e-mail   a@example.com",
            "    company  Rao Sarees",
            "    source   form",
            "        one ]0;title ",
            "        two",
            "    Q [31m ?  1mbold",
            "1 lead on 2026-03-10");
  }

  @Test
  void list_shouldTakeIndiasToday_whenNoDayIsGiven() {
    store(lead("1", "Yesterday", "y@example.com", "", "2026-03-10T18:29:59Z"));
    store(lead("2", "Today", "t@example.com", "", "2026-03-10T18:30:00Z"));

    assertThat(lines("list"))
        .startsWith("2  2026-03-11 00:00  received  Today")
        .endsWith("1 lead on 2026-03-11");
  }

  @Test
  void list_shouldShowTheNextPart_whenTheFirstIsSkipped() {
    for (int minute = 10; minute < 13; minute++) {
      store(lead("" + minute, "Asha", "a@example.com", "", "2026-03-10T10:" + minute + ":00Z"));
    }

    assertThat(lines("list", "2026-03-10", "--limit", "2"))
        .contains("12  2026-03-10 15:42  received  Asha", "11  2026-03-10 15:41  received  Asha")
        .endsWith("1 to 2 of 3 leads on 2026-03-10: add --skip 2 to see more");
    assertThat(lines("list", "2026-03-10", "--limit", "2", "--skip", "2"))
        .startsWith("10  2026-03-10 15:40  received  Asha")
        .endsWith("3 to 3 of 3 leads on 2026-03-10");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ASHA@example.com", "98765 43210"})
  void withdraw_shouldShowIdsAndTimesAndEraseNothing_withoutYes(String who) {
    storeThreePeople();
    List<String> before = ids();

    assertThat(lines("withdraw", who))
        .containsExactly(
            "2  2026-03-10 15:30",
            "1  2026-03-10 15:00",
            "2 leads found, none erased: add --yes to erase");
    assertThat(ids()).containsExactlyInAnyOrderElementsOf(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "withdraw asha@EXAMPLE.com --yes",
        "withdraw --yes +919876543210",
        "withdraw 098765 43210 --yes"
      })
  void withdraw_shouldEraseThatPersonsLeadsAndNoOthers_withYes(String words) {
    storeThreePeople();

    assertThat(lines(words))
        .containsExactly("2  2026-03-10 15:30", "1  2026-03-10 15:00", "2 leads erased");

    assertThat(ids())
        .filteredOn(id -> !id.startsWith("submission#"))
        .containsExactlyInAnyOrder("3", "4");
    assertThat(ids()).filteredOn(id -> id.startsWith("submission#")).hasSize(4);
  }

  @Test
  void withdraw_shouldEraseTheExpired_whenTheyAreNotDeletedYet() {
    store(lead("1", "Asha", "asha@example.com", "", "2026-03-10T09:30:00Z"));
    clock.pass(Duration.ofDays(731));

    assertThat(lines("withdraw", "asha@example.com", "--yes"))
        .containsExactly("1  expired or erased already", "1 lead erased");
    assertThat(ids()).doesNotContain("1");
  }

  @Test
  void withdraw_shouldSaySo_whenNoLeadHasTheAddress() {
    storeThreePeople();

    assertThat(lines("withdraw", "nobody@example.com"))
        .containsExactly("0 leads found, none erased");
    assertThat(lines("withdraw", "nobody@example.com", "--yes")).containsExactly("0 leads erased");
    assertThat(ids()).contains("1", "2", "3", "4");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          list 10.3.2026             | "10.3.2026" is not a day: write it like 2026-11-22.
          list 2026-02-30            | "2026-02-30" is not a day: write it like 2026-11-22.
          list today now             | "today" is not a day: write it like 2026-11-22.
          list 2026-03-10 now        | Unmatched argument at index 3: 'now'. Try leads list --help.
          list --limit many          | --limit: "many" is not a number of lines to list.
          list --limit 0             | --limit: "0" lists nothing: give 1 or more.
          list --skip -1             | --skip: "-1" is not a number of lines to list.
          list --yes                 | Unknown option: '--yes'. Try leads list --help.
          release                    | Missing required parameter: 'ID'. Try leads release --help.
          withdraw                   | Missing required parameter: 'EMAIL-OR-PHONE'. Try leads withdraw --help.
          withdraw --yes             | Missing required parameter: 'EMAIL-OR-PHONE'. Try leads withdraw --help.
          withdraw asha              | "asha" is neither an e-mail address nor a phone number.
          withdraw asha@             | "asha@" is neither an e-mail address nor a phone number.
          withdraw a@b.in c@d.in     | "a@b.in c@d.in" is neither an e-mail address nor a phone number.
          withdraw a@b.in 9876543210 | "a@b.in 9876543210" is neither an e-mail address nor a phone number.
          withdraw 9876543210 9876543211 | "9876543210 9876543211" is neither an e-mail address nor a phone number.
          withdraw 12345 --yes       | "12345" is neither an e-mail address nor a phone number.
          withdraw a@b.in --sure     | Unknown option: '--sure'. Try leads withdraw --help.
          erase                      | There is no command "leads erase", only: list, quarantine, release, withdraw, backfill. Try leads --help.
          """)
  void run_shouldSayWhatIsWrong(String words, String message) {
    run(words.split(" ", -1)).shouldBe(2, message);
  }

  private List<String> lines(String... words) {
    return terminal.lines(DATABASE.endpoint(), inLeads(words));
  }

  private Result run(String... words) {
    return terminal.on(DATABASE.endpoint(), inLeads(words));
  }

  private static String[] inLeads(String... words) {
    return ("leads " + String.join(" ", words)).split(" ", -1);
  }

  /** Asha twice, differently written, and two others. */
  private void storeThreePeople() {
    store(lead("1", "Asha", "Asha@Example.com", "098765 43210", "2026-03-10T09:30:00Z"));
    store(lead("2", "Asha", "asha@example.com", "+91 98765-43210", "2026-03-10T10:00:00Z"));
    store(lead("3", "Ravi", "ravi@example.com", "9876543211", "2026-03-10T10:00:00Z"));
    store(lead("4", "Meera", "asha@example.org", "", "2026-03-10T10:00:00Z"));
  }

  private void store(Lead lead) {
    stores
        .leads()
        .store(
            lead,
            SubmissionIdentity.of(Optional.empty(), Optional.empty(), Map.of("id", lead.id())));
  }

  private static Lead lead(String id, String name, String email, String phone, String receivedAt) {
    return lead(id, name, LeadState.RECEIVED, email, phone, receivedAt);
  }

  private static Lead lead(
      String id, String name, LeadState state, String email, String phone, String receivedAt) {
    return new Lead(
        id,
        state,
        new Person(
            Optional.of(name), EmailAddress.parse(email), Phone.parse(phone), Map.of(), false),
        Enquiry.NONE,
        Origin.page("site", Optional.empty(), Optional.empty()),
        Attribution.NONE,
        Consent.unseen(ShownWords.named("2026-11"), ConsentMethod.TICKED),
        Optional.empty(),
        Instant.parse(receivedAt));
  }

  private static List<String> ids() {
    return DATABASE.client().scan(r -> r.tableName("LeadsTable")).items().stream()
        .map(item -> Optional.ofNullable(item.get("id")).map(AttributeValue::s).orElse(""))
        .toList();
  }
}
