package com.avonsolutions.aws.dynamodb;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.avonsolutions.aws.Stores;
import com.avonsolutions.domain.IdGenerator;
import com.avonsolutions.domain.StoreUnavailableException;
import com.avonsolutions.domain.consent.Consent;
import com.avonsolutions.domain.consent.ConsentMethod;
import com.avonsolutions.domain.consent.Purpose;
import com.avonsolutions.domain.consent.ShownWords;
import com.avonsolutions.domain.faq.FaqStore;
import com.avonsolutions.domain.lead.Attribution;
import com.avonsolutions.domain.lead.EmailAddress;
import com.avonsolutions.domain.lead.Enquiry;
import com.avonsolutions.domain.lead.Lead;
import com.avonsolutions.domain.lead.LeadField;
import com.avonsolutions.domain.lead.LeadState;
import com.avonsolutions.domain.lead.LeadStore;
import com.avonsolutions.domain.lead.Origin;
import com.avonsolutions.domain.lead.Person;
import com.avonsolutions.domain.lead.Phone;
import com.avonsolutions.domain.lead.Service;
import com.avonsolutions.domain.lead.SpamVerdict;
import com.avonsolutions.domain.question.QuestionStore;
import com.avonsolutions.domain.submission.Receipt;
import com.avonsolutions.domain.submission.SubmissionConflictException;
import com.avonsolutions.domain.submission.SubmissionIdentity;
import com.avonsolutions.domain.testimonial.TestimonialStore;
import com.avonsolutions.sandbox.engine.FaultyDynamoDb;
import com.avonsolutions.sandbox.engine.FaultyDynamoDb.Fault;
import com.avonsolutions.sandbox.engine.SiteDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoDbLeadStoreTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);

  private final Stores stores = Stores.of(DATABASE, "ContactFunction");
  private final LeadStore leads = stores.get(LeadStore.class);

  @AfterEach
  void close() {
    stores.close();
  }

  @Test
  void context_shouldHoldTheStoreOfTheGrantedTableAndNoOther() {
    assertThat(stores.has(LeadStore.class)).isTrue();
    assertThat(stores.has(TestimonialStore.class)).isFalse();
    assertThat(stores.has(FaqStore.class)).isFalse();
    assertThat(stores.has(QuestionStore.class)).isFalse();
  }

  @Test
  void find_shouldReturnAnEqualLead_withAllFields() {
    Lead lead =
        new Lead(
            stores.get(IdGenerator.class).next(),
            LeadState.QUARANTINED,
            new Person(
                Optional.of("आशा \uD83D\uDE00"),
                EmailAddress.parse("Asha@Example.com"),
                Phone.parse("098765 43210"),
                Phone.parse("022 2345 6789"),
                LeadField.plain(field -> Optional.of("Rao & Söhne, " + field)),
                true),
            new Enquiry(
                Optional.of(Service.MESSAGING),
                Optional.of("Line one\r\n\tline two"),
                Map.of("Your budget?", "₹ 50,000")),
            new Origin(
                "partner",
                Optional.of("diwali"),
                Optional.of("p-1"),
                Optional.of("https://offers.example.com/a?b=c"),
                Optional.of(Instant.parse("2026-03-10T09:29:59.5Z"))),
            new Attribution(
                Map.of("utm_source", "first"), Map.of("utm_source", "x", "gclid", "1#2")),
            Consent.unseen(ShownWords.named("2026-11"), ConsentMethod.TICKED),
            Optional.of(new SpamVerdict(true, 7, List.of("links", "pitch"))),
            stores.clock().instant().plusMillis(123));

    Receipt receipt = leads.store(lead, identity("all"));

    assertThat(receipt).isEqualTo(Receipt.stored(lead.id()));
    assertThat(leads.find(lead.id())).contains(lead);
  }

  @Test
  void find_shouldReturnAnEqualLead_withTheMinimum() {
    Lead lead = lead("Asha", Optional.of("a@example.com"), Optional.empty());

    leads.store(lead, identity("least"));

    assertThat(leads.find(lead.id())).contains(lead);
  }

  @Test
  void store_shouldRecordTheConsent_withoutWhatThePersonWrote() {
    Consent consent =
        new Consent(
            new ShownWords("2026-11", Optional.of("hi"), Optional.of("sha256:0a1b")),
            ConsentMethod.TICKED,
            Set.of(Purpose.ANSWER_ENQUIRY),
            Set.of(Purpose.UPDATES));
    Lead lead =
        lead("Asha")
            .withOrigin(
                new Origin(
                    "partner",
                    Optional.of("diwali"),
                    Optional.of("p-1"),
                    Optional.of("https://offers.example.com/a?name=Asha#me"),
                    Optional.empty()))
            .withConsent(consent);

    leads.store(lead, identity("a"));

    assertThat(consents())
        .containsExactly(
            Map.ofEntries(
                entry("subject", Items.text("lead#" + lead.id())),
                entry("event", Items.text(lead.receivedAt() + "#GIVEN")),
                entry("kind", Items.text("GIVEN")),
                entry("version", Items.text("2026-11")),
                entry("language", Items.text("hi")),
                entry("wordsHash", Items.text("sha256:0a1b")),
                entry("wordsKnown", AttributeValue.fromBool(true)),
                entry("method", Items.text("ticked")),
                entry("purposes", AttributeValue.fromL(List.of(Items.text("answer-enquiry")))),
                entry("refused", AttributeValue.fromL(List.of(Items.text("updates")))),
                entry("emailHash", Items.text(LeadItem.emailHash("asha@example.com"))),
                entry(
                    "phoneHash",
                    Items.text(LeadItem.phoneHash(Phone.parse("9876543210").orElseThrow()))),
                entry("source", Items.text("partner")),
                entry("form", Items.text("diwali")),
                entry("page", Items.text("https://offers.example.com/a")),
                entry("providerId", Items.text("p-1")),
                entry("at", Items.text(lead.receivedAt().toString())),
                entry(
                    "expiresAt",
                    Items.epochSeconds(lead.receivedAt().plus(Duration.ofDays(730 + 1095))))));
    assertThat(leads.find(lead.id())).map(Lead::consent).contains(consent);
  }

  @Test
  void store_shouldRecordAnUnknownWordingAsUnknown() {
    leads.store(lead("Asha"), identity("a"));

    assertThat(consents())
        .singleElement()
        .satisfies(
            record ->
                assertThat(record)
                    .containsEntry("wordsKnown", AttributeValue.fromBool(false))
                    .doesNotContainKeys("wordsHash", "language"));
  }

  @Test
  void store_shouldRecordOneConsent_whenTheSubmissionIsRepeatedOrConflicts() {
    Lead first = lead("Asha");
    leads.store(first, key("k", "first"));
    leads.store(lead("Asha"), key("k", "first"));
    Lead conflict = lead("Ravi");
    assertThatThrownBy(() -> leads.store(conflict, key("k", "second")))
        .isInstanceOf(SubmissionConflictException.class);

    assertThat(consentSubjects())
        .containsExactlyInAnyOrder("lead#" + first.id(), "lead#" + conflict.id());
  }

  @Test
  void complete_shouldReplaceTheRecord_withWhomItConcerns() {
    Lead announced = lead("Asha").withState(LeadState.AWAITING_DETAILS).withPerson(Person.UNKNOWN);
    leads.store(announced, identity("a"));
    assertThat(consents()).allSatisfy(record -> assertThat(record).doesNotContainKey("phoneHash"));

    assertThat(
            leads.complete(announced.withState(LeadState.RECEIVED).withPerson(lead("A").person())))
        .isTrue();
    assertThat(leads.complete(announced.withState(LeadState.RECEIVED))).isFalse();

    assertThat(consentSubjects()).containsExactly("lead#" + announced.id());
    assertThat(consents()).allSatisfy(record -> assertThat(record).containsKey("phoneHash"));
  }

  @Test
  void complete_shouldRecordTheConsent_ofALeadFromBeforeThereWereRecords() {
    Lead announced = lead("Asha").withState(LeadState.AWAITING_DETAILS);
    leads.store(announced, identity("a"));
    deleteConsents();

    assertThat(leads.complete(announced.withState(LeadState.RECEIVED))).isTrue();

    assertThat(consentSubjects()).containsExactly("lead#" + announced.id());
  }

  @Test
  void complete_shouldChangeNeither_whenTheLeadWasErased() {
    Lead announced = lead("Asha").withState(LeadState.AWAITING_DETAILS);
    leads.store(announced, identity("a"));
    leads.erase(announced.id());

    assertThat(leads.complete(announced.withState(LeadState.RECEIVED))).isFalse();

    assertThat(leads.find(announced.id())).isEmpty();
    assertThat(consentSubjects()).containsExactly("lead#" + announced.id());
  }

  @Test
  void release_shouldKeepTheRecordAsMuchLongerThanTheLead() {
    Lead spam = lead("Asha").withVerdict(new SpamVerdict(true, 100, List.of("links")));
    leads.store(spam, identity("a"));
    assertThat(consentExpiry())
        .isEqualTo(spam.receivedAt().plus(Duration.ofDays(60 + 1095)).getEpochSecond());

    leads.release(spam.id());

    assertThat(consentExpiry())
        .isEqualTo(spam.receivedAt().plus(Duration.ofDays(730 + 1095)).getEpochSecond());
  }

  @Test
  void erase_shouldLeaveTheRecordOfTheConsent() {
    Lead lead = lead("Asha");
    leads.store(lead, identity("a"));

    leads.erase(lead.id());

    assertThat(consentSubjects()).containsExactly("lead#" + lead.id());
  }

  @Test
  void find_shouldBeEmpty_whenTheIdIsUnknownOrThatOfAnIdentity() {
    SubmissionIdentity identity = identity("a");
    leads.store(lead("Asha"), identity);

    assertThat(leads.find("unknown")).isEmpty();
    assertThat(items()).anyMatch(item -> id(item).equals("submission#" + identity.key()));
    assertThat(leads.find("submission#" + identity.key())).isEmpty();
  }

  @Test
  void find_shouldBeEmpty_whenTheLeadHasExpiredAndIsNotDeletedYet() {
    Lead lead = lead("Asha");
    leads.store(lead, identity("a"));

    stores.clock().pass(Duration.ofDays(730).minusSeconds(1));
    assertThat(leads.find(lead.id())).isPresent();
    stores.clock().pass(Duration.ofSeconds(1));
    assertThat(leads.find(lead.id())).isEmpty();
  }

  @Test
  void find_shouldUseTheConfiguredRetention() {
    try (Stores brief = Stores.of(DATABASE, "ContactFunction", Map.of("LeadRetentionDays", "1"))) {
      Lead lead = lead("Asha");
      brief.get(LeadStore.class).store(lead, identity("a"));

      brief.clock().pass(Duration.ofDays(1));

      assertThat(brief.get(LeadStore.class).find(lead.id())).isEmpty();
    }
  }

  @Test
  void receivedOn_shouldLeaveOutTheExpired_whenTheyAreNotDeletedYet() {
    leads.store(lead("Asha"), identity("a"));

    stores.clock().pass(Duration.ofDays(730));

    assertThat(leads.receivedOn(TODAY, 10)).isEmpty();
  }

  @Test
  void receivedOn_shouldListNewestFirst_whenTheDayLiesOnAllShards() {
    List<Lead> stored = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      stores.clock().pass(Duration.ofSeconds(1));
      // Ids that are the same in every run, so that no shard stays empty by chance.
      Lead lead = lead("01a20000-0000-7000-8000-0000000000" + (10 + i), "Number " + i);
      leads.store(lead, identity("n" + i));
      stored.add(lead);
    }
    Collections.reverse(stored);

    assertThat(dayShards()).hasSize(4);
    assertThat(leads.receivedOn(TODAY, 100)).containsExactlyElementsOf(stored);
    assertThat(leads.receivedOn(TODAY, 7)).containsExactlyElementsOf(stored.subList(0, 7));
    assertThat(leads.receivedOn(TODAY, 1)).containsExactly(stored.get(0));
  }

  @Test
  void receivedOn_shouldSeparateDaysAtMidnightInIndia() {
    Lead before = storedAt("2026-03-10T18:29:59.999Z");
    Lead after = storedAt("2026-03-10T18:30:00Z");

    assertThat(leads.receivedOn(TODAY, 10)).containsExactly(before);
    assertThat(leads.receivedOn(TODAY.plusDays(1), 10)).containsExactly(after);
    assertThat(leads.receivedOn(TODAY.minusDays(1), 10)).isEmpty();
  }

  @Test
  void inState_shouldSeparateMonthsAndStates() {
    Lead february = storedAt("2026-02-28T18:29:59Z");
    Lead firstOfMarch = storedAt("2026-02-28T18:30:00Z");
    Lead lastOfMarch = storedAt("2026-03-31T18:29:59Z");
    stores.clock().set(Stores.START);
    Lead spam = lead("Robot").withState(LeadState.QUARANTINED);
    leads.store(spam, identity("spam"));

    assertThat(leads.inState(LeadState.RECEIVED, YearMonth.of(2026, 3), 10))
        .containsExactly(lastOfMarch.id(), firstOfMarch.id());
    assertThat(leads.inState(LeadState.RECEIVED, YearMonth.of(2026, 3), 1))
        .containsExactly(lastOfMarch.id());
    assertThat(leads.inState(LeadState.RECEIVED, YearMonth.of(2026, 2), 10))
        .containsExactly(february.id());
    assertThat(leads.inState(LeadState.QUARANTINED, YearMonth.of(2026, 3), 10))
        .containsExactly(spam.id());
  }

  @Test
  void withEmail_shouldFindAllNewestFirst_whateverTheCase() {
    Lead first = lead("Asha", Optional.of("Asha@Example.COM"), Optional.empty());
    leads.store(first, identity("1"));
    stores.clock().pass(Duration.ofSeconds(1));
    Lead second = lead("Asha", Optional.of("asha@example.com"), Optional.empty());
    leads.store(second, identity("2"));
    leads.store(lead("Ravi", Optional.of("ravi@example.com"), Optional.empty()), identity("3"));

    assertThat(leads.withEmail("ASHA@example.com")).containsExactly(second.id(), first.id());
    assertThat(leads.withEmail("asha@example.org")).isEmpty();
  }

  @Test
  void withPhone_shouldFindAllNewestFirst_howeverTheNumberWasTyped() {
    Lead first = lead("Asha", Optional.empty(), Phone.parse("098765 43210"));
    leads.store(first, identity("1"));
    stores.clock().pass(Duration.ofSeconds(1));
    Lead second = lead("Asha", Optional.empty(), Phone.parse("+91 98765-43210"));
    leads.store(second, identity("2"));
    leads.store(lead("Ravi", Optional.empty(), Phone.parse("9876543211")), identity("3"));

    assertThat(leads.withPhone(Phone.parse("९८७६५४३२१०").orElseThrow()))
        .containsExactly(second.id(), first.id());
  }

  @Test
  void withPhone_shouldFindTheOtherNumberToo() {
    Lead stored = lead("Asha", Optional.empty(), Phone.parse("9876543210"));
    Person person = stored.person();
    Lead lead =
        stored.withPerson(
            new Person(
                person.name(),
                person.email(),
                person.phone(),
                Phone.parse("9123456780"),
                person.texts(),
                false));
    leads.store(lead, identity("1"));

    assertThat(leads.withPhone(Phone.parse("9123456780").orElseThrow())).containsExactly(lead.id());
    assertThat(leads.withPhone(Phone.parse("9876543210").orElseThrow())).containsExactly(lead.id());
    leads.erase(lead.id());
    assertThat(leads.withPhone(Phone.parse("9123456780").orElseThrow())).isEmpty();
  }

  @Test
  void release_shouldMakeItANormalLead_whenItWasInQuarantine() {
    Lead lead =
        lead("Asha").withVerdict(new SpamVerdict(true, 120, List.of("offer:100", "links:20")));
    leads.store(lead, identity("a"));

    assertThat(leads.release(lead.id())).isTrue();

    assertThat(leads.find(lead.id())).contains(lead.released());
    assertThat(lead.released().spam().orElseThrow().reasons()).hasSize(2);
    YearMonth month = YearMonth.of(2026, 3);
    assertThat(leads.inState(LeadState.RECEIVED, month, 9)).containsExactly(lead.id());
    assertThat(leads.inState(LeadState.QUARANTINED, month, 9)).isEmpty();
    stores.clock().pass(Duration.ofDays(61));
    assertThat(leads.find(lead.id())).isPresent();
  }

  @Test
  void release_shouldDoNothing_whenThereIsNothingInQuarantine() {
    Lead lead = lead("Asha");
    SubmissionIdentity identity = identity("a");
    leads.store(lead, identity);

    assertThat(leads.release(lead.id())).isFalse();
    assertThat(leads.release("unknown")).isFalse();
    assertThat(leads.release("submission#" + identity.key())).isFalse();
    assertThat(leads.find(lead.id())).contains(lead);
  }

  @Test
  void find_shouldBeEmpty_whenTheQuarantineHasExpired() {
    Lead lead = lead("Robot").withVerdict(new SpamVerdict(true, 100, List.of("trap:100")));
    leads.store(lead, identity("a"));
    stores.clock().pass(Duration.ofDays(60));

    assertThat(leads.find(lead.id())).isEmpty();
    assertThat(leads.release(lead.id())).isFalse();
  }

  @Test
  void erase_shouldLeaveOnlyTheIdentity() {
    SubmissionIdentity identity = identity("a");
    Lead lead = lead("Asha");
    leads.store(lead, identity);
    Lead other = lead("Ravi", Optional.of("ravi@example.com"), Optional.empty());
    leads.store(other, identity("b"));

    assertThat(leads.erase(lead.id())).isTrue();

    assertThat(leads.find(lead.id())).isEmpty();
    assertThat(leads.receivedOn(TODAY, 10)).containsExactly(other);
    assertThat(leads.withEmail("asha@example.com")).isEmpty();
    assertThat(leads.withPhone(Phone.parse("9876543210").orElseThrow())).isEmpty();
    assertThat(items())
        .extracting(DynamoDbLeadStoreTest::id)
        .contains("submission#" + identity.key())
        .doesNotContain(lead.id());
  }

  @Test
  void erase_shouldNotBeUndone_whenTheSubmissionIsRepeated() {
    Lead lead = lead("Asha");
    leads.store(lead, identity("a"));
    leads.erase(lead.id());

    assertThat(leads.store(lead("Asha"), identity("a"))).isEqualTo(Receipt.repeated(lead.id()));

    assertThat(leads.receivedOn(TODAY, 10)).isEmpty();
  }

  @Test
  void erase_shouldEraseNothing_whenTheIdIsUnknownOrThatOfAnIdentity() {
    SubmissionIdentity identity = identity("a");
    Lead lead = lead("Asha");
    leads.store(lead, identity);

    assertThat(leads.erase("unknown")).isFalse();
    assertThat(leads.erase("submission#" + identity.key())).isFalse();
    assertThat(items())
        .extracting(DynamoDbLeadStoreTest::id)
        .containsExactlyInAnyOrder(lead.id(), "submission#" + identity.key());
  }

  @Test
  void erase_shouldEraseTheExpired_whenTheyAreNotDeletedYet() {
    Lead lead = lead("Asha");
    leads.store(lead, identity("a"));
    stores.clock().pass(Duration.ofDays(730));

    assertThat(leads.erase(lead.id())).isTrue();
    assertThat(leads.erase(lead.id())).isFalse();
  }

  @Test
  void store_shouldKeepIdentitiesOutOfEveryIndex() {
    leads.store(lead("Asha"), identity("a"));

    assertThat(items()).hasSize(2);
    for (String index : List.of("byDay", "byState", "byEmail", "byPhone")) {
      assertThat(DATABASE.client().scan(r -> r.tableName("LeadsTable").indexName(index)).items())
          .as(index)
          .allSatisfy(item -> assertThat(id(item)).doesNotStartWith("submission#"));
    }
  }

  @Test
  void store_shouldKeepPersonalDataOutOfTheIdentity() {
    leads.store(lead("Asha"), identity("a"));

    assertThat(items())
        .filteredOn(item -> id(item).startsWith("submission#"))
        .singleElement()
        .satisfies(
            item ->
                assertThat(item.keySet())
                    .containsExactlyInAnyOrder(
                        "id", "storedAs", "contentHash", "repeatsUntil", "expiresAt"));
  }

  @Test
  void everything_shouldFail_whenTheStoreIsDown() {
    try (FaultyDynamoDb faulty = new FaultyDynamoDb(DATABASE.endpoint());
        Stores down = Stores.of(DATABASE, "ContactFunction", faulty.endpoint())) {
      faulty.always(Fault.SERVER_ERROR);
      LeadStore store = down.get(LeadStore.class);

      assertThatThrownBy(() -> store.find("a")).isInstanceOf(StoreUnavailableException.class);
      assertThatThrownBy(() -> store.receivedOn(TODAY, 5))
          .isInstanceOf(StoreUnavailableException.class);
      assertThatThrownBy(() -> store.inState(LeadState.RECEIVED, YearMonth.from(TODAY), 5))
          .isInstanceOf(StoreUnavailableException.class);
      assertThatThrownBy(() -> store.erase("a")).isInstanceOf(StoreUnavailableException.class);
      assertThatThrownBy(() -> store.withEmail("a@example.com"))
          .isInstanceOf(StoreUnavailableException.class);
    }
  }

  private Lead storedAt(String instant) {
    stores.clock().set(Instant.parse(instant));
    Lead lead = lead("Asha");
    leads.store(lead, identity(instant));
    return lead;
  }

  private Lead lead(String name) {
    return lead(stores.get(IdGenerator.class).next(), name);
  }

  private Lead lead(String id, String name) {
    return lead(id, name, Optional.of("asha@example.com"), Phone.parse("9876543210"));
  }

  private Lead lead(String name, Optional<String> email, Optional<Phone> phone) {
    return lead(stores.get(IdGenerator.class).next(), name, email, phone);
  }

  private Lead lead(String id, String name, Optional<String> email, Optional<Phone> phone) {
    return new Lead(
        id,
        LeadState.RECEIVED,
        new Person(Optional.of(name), email.map(EmailAddress::new), phone, Map.of(), false),
        Enquiry.NONE,
        Origin.page("site", Optional.empty(), Optional.empty()),
        Attribution.NONE,
        Consent.unseen(ShownWords.named("2026-11"), ConsentMethod.TICKED),
        Optional.empty(),
        stores.clock().instant());
  }

  private static List<Map<String, AttributeValue>> consents() {
    return DATABASE.client().scan(r -> r.tableName("ConsentsTable").consistentRead(true)).items();
  }

  private static List<String> consentSubjects() {
    return consents().stream().map(item -> Items.required(item, "subject")).toList();
  }

  /** In seconds since 1970, as DynamoDB expires items. */
  private static long consentExpiry() {
    return consents().stream()
        .flatMap(item -> Items.optionalNumber(item, "expiresAt").stream())
        .findFirst()
        .orElseThrow();
  }

  private static void deleteConsents() {
    for (Map<String, AttributeValue> item : consents()) {
      DATABASE
          .client()
          .deleteItem(
              r ->
                  r.tableName("ConsentsTable")
                      .key(
                          Map.of(
                              "subject", Items.text(Items.required(item, "subject")),
                              "event", Items.text(Items.required(item, "event")))));
    }
  }

  private static SubmissionIdentity key(String key, String text) {
    return SubmissionIdentity.of(Optional.of(key), Optional.empty(), Map.of("text", text));
  }

  private static SubmissionIdentity identity(String text) {
    return SubmissionIdentity.of(Optional.empty(), Optional.empty(), Map.of("text", text));
  }

  private static List<Map<String, AttributeValue>> items() {
    return DATABASE.client().scan(r -> r.tableName("LeadsTable")).items();
  }

  private static Set<String> dayShards() {
    return items().stream()
        .filter(item -> item.containsKey("dayShard"))
        .map(item -> String.valueOf(item.get("dayShard")))
        .collect(Collectors.toSet());
  }

  private static String id(Map<String, AttributeValue> item) {
    return Optional.ofNullable(item.get("id")).map(AttributeValue::s).orElse("");
  }
}
