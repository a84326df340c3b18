package com.avonsolutions.notices;

import com.avonsolutions.deliveries.Channel;
import com.avonsolutions.deliveries.ChannelKind;
import com.avonsolutions.deliveries.ChannelStore;
import com.avonsolutions.deliveries.Delivery;
import com.avonsolutions.deliveries.DeliveryStore;
import com.avonsolutions.deliveries.NoticeEvent;
import com.avonsolutions.domain.IdGenerator;
import com.avonsolutions.domain.consent.Consent;
import com.avonsolutions.domain.consent.ConsentMethod;
import com.avonsolutions.domain.consent.Purpose;
import com.avonsolutions.domain.consent.ShownWords;
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
import com.avonsolutions.domain.submission.SubmissionIdentity;
import com.avonsolutions.notices.mail.SendMailHandler;
import com.avonsolutions.notices.outbound.SendOutboundHandler;
import com.avonsolutions.notices.reports.NoteMailEventsHandler;
import com.avonsolutions.sandbox.MutableClock;
import com.avonsolutions.sandbox.engine.EmbeddedSqs;
import com.avonsolutions.sandbox.engine.SiteDatabase;
import com.avonsolutions.sandbox.event.EventFixtures;
import com.avonsolutions.sandbox.event.InvocationContext;
import com.avonsolutions.sandbox.standin.SesStandIn;
import com.avonsolutions.sandbox.template.SamTemplate;
import com.avonsolutions.sandbox.template.SamTemplate.QueueSource;
import com.avonsolutions.web.function.FunctionHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The functions of this module behind their queues, with a stand-in for SES. */
public final class NoticesFixture implements AutoCloseable {
  public static final String STAFF = "sales@example.com";

  private static final SamTemplate TEMPLATE = SamTemplate.ofProject();
  private static final Instant START = Instant.parse("2026-11-22T10:15:30Z");
  private static final String DOMAIN = "mail.example.in";
  private static final Consent CONSENT =
      Consent.to(Purpose.ANSWER_ENQUIRY, ShownWords.named("2026-11"), ConsentMethod.STATED);

  public final MutableClock clock = new MutableClock();
  public final EmbeddedSqs sqs = new EmbeddedSqs(TEMPLATE, clock, Optional.empty());
  public final SesStandIn ses =
      new SesStandIn(DOMAIN, clock, Optional.empty(), event -> sqs.send("MailEventsQueue", event));
  private final SiteDatabase database;
  private final Map<String, String> parameters;
  private final FunctionHandler mail;
  private int tests;
  private final Map<String, FunctionHandler> handlers = new HashMap<>();

  public NoticesFixture(SiteDatabase database) {
    this(database, STAFF, Map.of());
  }

  /**
   * Starts the functions.
   *
   * @param overrides parameters of the template that take precedence
   */
  public NoticesFixture(SiteDatabase database, String staff, Map<String, String> overrides) {
    this.database = database;
    this.parameters = new HashMap<>(EventFixtures.parameters());
    parameters.put("StaffMail", staff);
    parameters.put("SesEndpoint", ses.address().toString());
    parameters.putAll(overrides);
    this.mail = new SendMailHandler(environment("MailFunction"), clock);
    handlers.put("MailFunction", mail);
    handlers.put(
        "OutboundFunction", new SendOutboundHandler(environment("OutboundFunction"), clock));
    handlers.put(
        "MailEventsFunction", new NoteMailEventsHandler(environment("MailEventsFunction"), clock));
  }

  private Map<String, String> environment(String functionId) {
    Map<String, String> environment =
        new HashMap<>(sqs.withQueueUrls(database.environmentOf(functionId, parameters)));
    environment.put("SES_TIMEOUT_MILLIS", "1000");
    environment.put("OUTBOUND_TIMEOUT_MILLIS", "1000");
    environment.put("SSM_ENDPOINT", "http://localhost:1");
    return Map.copyOf(environment);
  }

  /** As after a start, for the next test; the tables are empty then. */
  public void reset() {
    TEMPLATE.queues().keySet().forEach(sqs::purge);
    ses.always(SesStandIn.Fault.NONE);
    ses.reportEvents(true);
    ses.deleteAll();
    clock.set(START.plus(Duration.ofHours(tests++)));
  }

  public DeliveryStore deliveries() {
    return bean(DeliveryStore.class);
  }

  public <T> T bean(Class<T> type) {
    return mail.getApplicationContext().getBean(type);
  }

  public void load(Channel channel) {
    bean(ChannelStore.class).load(channel);
    // The functions read channels again.
    clock.pass(Duration.ofSeconds(31));
  }

  /** Stores a lead. */
  public Lead store(Lead lead) {
    bean(LeadStore.class)
        .store(lead, new SubmissionIdentity("key:" + lead.id(), lead.id(), Duration.ofDays(1)));
    return lead;
  }

  /** A lead with something in every field. */
  public Lead lead() {
    return new Lead(
        bean(IdGenerator.class).next(),
        LeadState.RECEIVED,
        new Person(
            Optional.of("आशा शर्मा"),
            Optional.of(new EmailAddress("asha@example.in")),
            Phone.parse("98765 43210"),
            Phone.parse("022 2654 3210"),
            Map.of(LeadField.COMPANY, "Asha Textiles"),
            false),
        new Enquiry(
            Optional.of(Service.ADS),
            Optional.of("नमस्ते, I need ads.\nPlease call < 5 pm & bring \"prices\"."),
            Map.of("Budget", "50k")),
        new Origin(
            "google-ads",
            Optional.of("diwali"),
            Optional.of("provider-1"),
            Optional.of("/contact"),
            Optional.of(clock.instant().minusSeconds(5))),
        new Attribution(Map.of("utm_source", "google"), Map.of("gclid", "click-1")),
        CONSENT,
        Optional.empty(),
        clock.instant());
  }

  /** Plans that a channel is told of a lead, and nudges. */
  public List<String> plan(Lead lead, Channel channel) {
    return channel.recipients().stream()
        .map(
            recipient ->
                Delivery.planned(
                    NoticeEvent.LEAD_CREATED,
                    Delivery.ofLead(lead.id()),
                    channel,
                    recipient,
                    lead.receivedAt(),
                    clock.instant(),
                    clock.instant()))
        .map(this::plan)
        .toList();
  }

  public String plan(Delivery delivery) {
    deliveries().plan(delivery);
    nudge(delivery);
    return delivery.id();
  }

  public void nudge(Delivery delivery) {
    sqs.send(delivery.kind() == ChannelKind.MAIL ? "MailQueue" : "OutboundQueue", delivery.id());
  }

  public Delivery find(String id) {
    return deliveries().find(id).orElseThrow();
  }

  /** Handles all messages that are visible now. */
  public void work() {
    handlers.forEach(
        (id, handler) ->
            TEMPLATE.function(id).queues().forEach(source -> work(id, handler, source)));
  }

  private void work(String id, FunctionHandler handler, QueueSource source) {
    while (sqs.deliver(source, event -> invoke(id, handler, event)) > 0) {
      // Until the queue has no more messages.
    }
  }

  private static byte[] invoke(String id, FunctionHandler handler, byte[] event) throws Exception {
    ByteArrayOutputStream response = new ByteArrayOutputStream();
    handler.handleRequest(
        new ByteArrayInputStream(event),
        response,
        InvocationContext.of("test", id, Duration.ofSeconds(60)));
    return response.toByteArray();
  }

  @Override
  public void close() {
    handlers.values().forEach(handler -> handler.getApplicationContext().close());
    sqs.close();
    ses.close();
  }
}
