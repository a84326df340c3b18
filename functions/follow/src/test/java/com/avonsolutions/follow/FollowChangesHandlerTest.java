package com.avonsolutions.follow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.avonsolutions.aws.dynamodb.Items;
import com.avonsolutions.deliveries.Attempt;
import com.avonsolutions.deliveries.Channel;
import com.avonsolutions.deliveries.ChannelKind;
import com.avonsolutions.deliveries.ChannelStore;
import com.avonsolutions.deliveries.Delivery;
import com.avonsolutions.deliveries.DeliveryState;
import com.avonsolutions.deliveries.DeliveryStore;
import com.avonsolutions.deliveries.NoticeEvent;
import com.avonsolutions.deliveries.QuietHours;
import com.avonsolutions.domain.IdGenerator;
import com.avonsolutions.domain.consent.Consent;
import com.avonsolutions.domain.consent.ConsentMethod;
import com.avonsolutions.domain.consent.Purpose;
import com.avonsolutions.domain.consent.ShownWords;
import com.avonsolutions.domain.lead.Attribution;
import com.avonsolutions.domain.lead.EmailAddress;
import com.avonsolutions.domain.lead.Enquiry;
import com.avonsolutions.domain.lead.Lead;
import com.avonsolutions.domain.lead.LeadState;
import com.avonsolutions.domain.lead.LeadStore;
import com.avonsolutions.domain.lead.Origin;
import com.avonsolutions.domain.lead.Person;
import com.avonsolutions.domain.lead.SpamVerdict;
import com.avonsolutions.domain.submission.SubmissionIdentity;
import com.avonsolutions.sandbox.MutableClock;
import com.avonsolutions.sandbox.engine.EmbeddedSqs;
import com.avonsolutions.sandbox.engine.SiteDatabase;
import com.avonsolutions.sandbox.engine.SqsMessage;
import com.avonsolutions.sandbox.event.InvocationContext;
import com.avonsolutions.sandbox.template.SamTemplate;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FollowChangesHandlerTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  private static final Consent CONSENT =
      Consent.to(Purpose.ANSWER_ENQUIRY, ShownWords.named("2026-11"), ConsentMethod.STATED);

  private final MutableClock clock = new MutableClock();
  private final EmbeddedSqs sqs = new EmbeddedSqs(SamTemplate.ofProject(), clock, Optional.empty());
  private final FollowChangesHandler follow =
      new FollowChangesHandler(
          sqs.withQueueUrls(
              DATABASE.environmentOf(
                  "FollowFunction",
                  Map.of("Notices", "on", "StaffMail", "sales@example.com, boss@example.com"))),
          clock);
  private final LeadStore leads = follow.getApplicationContext().getBean(LeadStore.class);
  private final DeliveryStore deliveries =
      follow.getApplicationContext().getBean(DeliveryStore.class);
  private final IdGenerator ids = follow.getApplicationContext().getBean(IdGenerator.class);
  private int sequence;

  @BeforeEach
  void addWebhook() {
    load(webhook("crm"));
  }

  @AfterEach
  void close() {
    sqs.close();
  }

  @Test
  void newLead_shouldBeToldToEveryReceiverOnce_howeverOftenItsRecordComes() throws IOException {
    Lead lead = stored(LeadState.RECEIVED);

    assertThat(run(inserted(lead))).isEqualTo("{\"done\":1,\"failed\":0}");
    assertThat(run(inserted(lead), inserted(lead))).isEqualTo("{\"done\":2,\"failed\":0}");

    List<Delivery> planned = planned(lead);
    assertThat(planned)
        .extracting(Delivery::channel)
        .containsExactlyInAnyOrder("staff", "staff", "crm");
    assertThat(planned).allMatch(delivery -> delivery.state() == DeliveryState.PENDING);
    assertThat(planned).extracting(Delivery::id).doesNotHaveDuplicates();
    assertThat(nudges("MailQueue")).hasSize(2);
    assertThat(nudges("OutboundQueue")).hasSize(1);
  }

  @Test
  void delivery_shouldHoldNothingOfThePerson() throws IOException {
    Lead lead = stored(LeadState.RECEIVED);
    run(inserted(lead));

    String tables =
        DATABASE.client().scan(r -> r.tableName("DeliveriesTable")).items().toString()
            + nudges("MailQueue")
            + nudges("OutboundQueue");

    assertThat(tables)
        .contains(lead.id())
        .doesNotContain("Asha")
        .doesNotContain("example.in")
        .doesNotContain("example.com")
        .doesNotContain("Namaste");
  }

  @ParameterizedTest
  @EnumSource(value = LeadState.class, names = "RECEIVED", mode = EnumSource.Mode.EXCLUDE)
  void lead_shouldNotBeTold_whenNobodyHasToCall(LeadState state) throws IOException {
    Lead lead = stored(state);

    run(inserted(lead));

    assertThat(planned(lead)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = LeadState.class,
      names = {"QUARANTINED", "AWAITING_DETAILS"})
  void lead_shouldBeTold_whenItIsReleasedOrHasItsDetails_evenDaysLater(LeadState before)
      throws IOException {
    Lead lead = stored(before);
    clock.pass(Duration.ofDays(5));
    leads.release(lead.id());
    leads.complete(lead.withState(LeadState.RECEIVED));

    run(record("MODIFY", "LeadsTable", lead.id(), before.name(), "RECEIVED", clock.instant()));

    assertThat(planned(lead)).hasSize(3);
  }

  @Test
  void lead_shouldNotBeTold_whenItIsOld() throws IOException {
    Lead fromStream = stored(LeadState.RECEIVED);
    Instant received = clock.instant();
    clock.pass(Duration.ofHours(25));
    Lead imported =
        stored(
            lead(LeadState.RECEIVED)
                .withOrigin(
                    new Origin(
                        "meta",
                        Optional.empty(),
                        Optional.of("1"),
                        Optional.empty(),
                        Optional.of(received))));

    run(record("INSERT", "LeadsTable", fromStream.id(), "", "RECEIVED", received));
    run(inserted(imported));

    assertThat(planned(fromStream)).isEmpty();
    assertThat(planned(imported)).isEmpty();
  }

  @Test
  void channel_shouldBeToldOnlyOfTheLeadsThatItWants() throws IOException {
    load(channel("ads", Set.of("google-ads"), Set.of(), true, Optional.empty()));
    load(channel("landing", Set.of(), Set.of("landing-page"), true, Optional.empty()));
    load(channel("direct", Set.of(), Set.of(), false, Optional.empty()));
    load(channel("updates", Set.of(), Set.of(), true, Optional.of(Purpose.UPDATES)));
    Lead released =
        stored(
            lead(LeadState.RECEIVED)
                .withVerdict(new SpamVerdict(true, 9, List.of("links")))
                .withConsent(
                    new Consent(
                        ShownWords.named("2026-11"),
                        ConsentMethod.TICKED,
                        Set.of(Purpose.ANSWER_ENQUIRY),
                        Set.of(Purpose.UPDATES))));

    leads.release(released.id());
    run(record("MODIFY", "LeadsTable", released.id(), "QUARANTINED", "RECEIVED", clock.instant()));

    assertThat(planned(released))
        .extracting(Delivery::channel)
        .containsExactlyInAnyOrder("staff", "staff", "crm", "updates");
    assertThat(planned(released))
        .filteredOn(delivery -> delivery.channel().equals("updates"))
        .extracting(Delivery::state, Delivery::reason)
        .containsExactly(tuple(DeliveryState.SKIPPED, Optional.of("no-consent")));
  }

  @Test
  void lead_shouldWaitUntilMorning_whenItComesInQuietHours() throws IOException {
    load(quiet("night", "21:00-09:00"));
    clock.set(Instant.parse("2026-11-30T18:30:00Z")); // Midnight in India.
    Lead lead = stored(LeadState.RECEIVED);

    run(inserted(lead));

    assertThat(planned(lead))
        .filteredOn(delivery -> delivery.channel().equals("night"))
        .extracting(Delivery::nextAttemptAt)
        .containsExactly(Optional.of(Instant.parse("2026-12-01T03:30:00Z")));
  }

  @Test
  void erasedLead_shouldBeForgottenByThoseWhoWereTold_andToldToNobodyElse() throws IOException {
    Lead lead = stored(LeadState.RECEIVED);
    run(inserted(lead));
    deliver(lead, "crm");
    leads.erase(lead.id());

    run(removed(lead, false));

    assertThat(planned(lead))
        .filteredOn(delivery -> delivery.event() == NoticeEvent.LEAD_ERASED)
        .extracting(Delivery::channel)
        .containsExactly("crm");
    assertThat(planned(lead))
        .filteredOn(delivery -> delivery.channel().equals("staff"))
        .hasSize(2)
        .allMatch(delivery -> delivery.state() == DeliveryState.CANCELLED);
  }

  @Test
  void expiredLead_shouldBeToldToNobody_andWhatWaitsIsCancelled() throws IOException {
    Lead lead = stored(LeadState.RECEIVED);
    run(inserted(lead));
    deliver(lead, "crm");
    leads.erase(lead.id());

    run(removed(lead, true));

    assertThat(planned(lead))
        .noneMatch(delivery -> delivery.event() == NoticeEvent.LEAD_ERASED)
        .noneMatch(delivery -> delivery.state().isLive());
  }

  @Test
  void testimonial_shouldBeTold_whenItWaitsForApproval() throws IOException {
    run(record("INSERT", "TestimonialsTable", "t1", "", "PENDING", clock.instant()));

    assertThat(deliveries.about(Delivery.ofTestimonial("t1")))
        .hasSize(3)
        .allMatch(delivery -> delivery.event() == NoticeEvent.TESTIMONIAL_PENDING);
  }

  @Test
  void unreadableRecord_shouldBePassedOver() throws IOException {
    List<Lead> good = IntStream.range(0, 24).mapToObj(i -> stored(LeadState.RECEIVED)).toList();
    String records =
        Stream.concat(Stream.of("{\"dynamodb\":{}}"), good.stream().map(this::inserted))
            .collect(Collectors.joining(","));

    assertThat(run(records)).isEqualTo("{\"done\":25,\"failed\":0}");

    assertThat(good).allMatch(lead -> planned(lead).size() == 3);
  }

  @Test
  void item_shouldBePassedOver_whenAnotherVersionWroteIt() throws IOException {
    Lead lead = stored(LeadState.RECEIVED);
    DATABASE
        .client()
        .updateItem(
            r ->
                r.tableName("LeadsTable")
                    .key(Map.of("id", Items.text(lead.id())))
                    .updateExpression("REMOVE #source")
                    .expressionAttributeNames(Map.of("#source", "source")));

    assertThat(run(inserted(lead))).isEqualTo("{\"done\":1,\"failed\":0}");
  }

  @Test
  void lead_shouldBeTold_whenItsRecordNeverCame() throws IOException {
    Lead lead = stored(LeadState.RECEIVED);
    clock.set(Instant.parse("2026-11-30T10:10:00Z"));
    Lead late = stored(LeadState.RECEIVED);

    clock.set(Instant.parse("2026-11-30T10:19:00Z"));
    tick();
    assertThat(planned(late)).isEmpty();

    clock.set(Instant.parse("2026-11-30T10:20:00Z"));
    tick();
    assertThat(planned(late)).hasSize(3);
    assertThat(planned(lead)).isEmpty();
  }

  @Test
  void nudge_shouldComeAgain_whenItWasLost() throws IOException {
    Lead lead = stored(LeadState.RECEIVED);
    sqs.always(EmbeddedSqs.Fault.REFUSED);
    run(inserted(lead));
    sqs.always(EmbeddedSqs.Fault.NONE);
    assertThat(nudges("MailQueue")).isEmpty();

    tick();

    assertThat(nudges("MailQueue")).hasSize(2);
    assertThat(nudges("OutboundQueue")).containsExactly(planned(lead, "crm").id());
  }

  private Delivery planned(Lead lead, String channel) {
    return planned(lead).stream()
        .filter(delivery -> delivery.channel().equals(channel))
        .findFirst()
        .orElseThrow();
  }

  private void deliver(Lead lead, String channel) {
    Delivery claimed =
        deliveries
            .claim(planned(lead, channel).id(), clock.instant(), Duration.ofMinutes(1))
            .orElseThrow();
    deliveries.finish(
        claimed,
        DeliveryStore.Result.delivered(Optional.empty()),
        new Attempt(clock.instant(), 1, "OK"));
  }

  private List<Delivery> planned(Lead lead) {
    return deliveries.about(Delivery.ofLead(lead.id()));
  }

  private List<String> nudges(String queue) {
    return sqs.messages(queue).stream().map(SqsMessage::body).toList();
  }

  private void load(Channel channel) {
    follow.getApplicationContext().getBean(ChannelStore.class).load(channel);
  }

  private static Channel webhook(String name) {
    return channel(name, Set.of(), Set.of(), true, Optional.empty());
  }

  private static Channel channel(
      String name,
      Set<String> sources,
      Set<String> forms,
      boolean released,
      Optional<Purpose> purpose) {
    return new Channel(
        name,
        ChannelKind.WEBHOOK,
        List.of(),
        Optional.of("https://hooks.example.com/" + name),
        Optional.of("/avon/channels/secret"),
        Set.of(NoticeEvent.values()),
        sources,
        forms,
        Set.of(),
        purpose,
        Optional.empty(),
        released,
        true);
  }

  private static Channel quiet(String name, String hours) {
    return new Channel(
        name,
        ChannelKind.SLACK,
        List.of(),
        Optional.of("/avon/channels/slack"),
        Optional.empty(),
        Set.of(NoticeEvent.LEAD_CREATED),
        Set.of(),
        Set.of(),
        Set.of(),
        Optional.empty(),
        Optional.of(QuietHours.parse(hours)),
        true,
        true);
  }

  private Lead stored(LeadState state) {
    return stored(lead(state));
  }

  private Lead stored(Lead lead) {
    leads.store(lead, new SubmissionIdentity("key:" + lead.id(), lead.id(), Duration.ofDays(1)));
    return lead;
  }

  private Lead lead(LeadState state) {
    return new Lead(
        ids.next(),
        state,
        new Person(
            Optional.of("Asha"),
            Optional.of(new EmailAddress("asha@example.in")),
            Optional.empty(),
            Map.of(),
            false),
        new Enquiry(Optional.empty(), Optional.of("Namaste"), Map.of()),
        Origin.page("site", Optional.of("contact"), Optional.of("/contact")),
        Attribution.NONE,
        CONSENT,
        Optional.empty(),
        clock.instant());
  }

  private String inserted(Lead lead) {
    return record("INSERT", "LeadsTable", lead.id(), "", lead.state().name(), lead.receivedAt());
  }

  private String removed(Lead lead, boolean expired) {
    String record = record("REMOVE", "LeadsTable", lead.id(), "RECEIVED", "", clock.instant());
    return expired
        ? record.replaceFirst(
            "^\\{",
            "{\"userIdentity\":{\"principalId\":\"dynamodb.amazonaws.com\",\"type\":\"Service\"},")
        : record;
  }

  private String record(
      String event, String table, String id, String before, String after, Instant at) {
    sequence++;
    return """
        {"eventName":"EVENT","eventSourceARN":"arn:aws:dynamodb:us-east-1:1:table/TABLE/stream/1",
         "dynamodb":{"ApproximateCreationDateTime":AT,"SequenceNumber":"NUMBER","Keys":{"id":{"S":"ID"}}IMAGES}}
        """
        .replace("EVENT", event)
        .replace("TABLE", table)
        .replace("AT", Long.toString(at.getEpochSecond()))
        .replace("NUMBER", Integer.toString(sequence))
        .replace("ID", id)
        .replace("IMAGES", image("OldImage", before) + image("NewImage", after));
  }

  private static String image(String name, String state) {
    return state.isEmpty() ? "" : ",\"%s\":{\"state\":{\"S\":\"%s\"}}".formatted(name, state);
  }

  private String run(String... records) throws IOException {
    return invoke("{\"Records\":[" + String.join(",", records) + "]}");
  }

  private void tick() throws IOException {
    assertThat(invoke("{\"source\":\"aws.events\"}")).contains("\"failed\":0");
  }

  private String invoke(String event) throws IOException {
    ByteArrayOutputStream response = new ByteArrayOutputStream();
    follow.execute(
        new ByteArrayInputStream(event.getBytes(UTF_8)),
        response,
        InvocationContext.of("test", "FollowFunction", Duration.ofSeconds(60)));
    return response.toString(UTF_8);
  }
}
