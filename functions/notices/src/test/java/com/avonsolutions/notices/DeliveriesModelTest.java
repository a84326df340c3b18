package com.avonsolutions.notices;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.deliveries.Channel;
import com.avonsolutions.deliveries.ChannelKind;
import com.avonsolutions.deliveries.ChannelStore;
import com.avonsolutions.deliveries.Delivery;
import com.avonsolutions.deliveries.DeliveryState;
import com.avonsolutions.deliveries.DeliveryStore;
import com.avonsolutions.deliveries.NoticeEvent;
import com.avonsolutions.domain.StoreUnavailableException;
import com.avonsolutions.domain.consent.Consent;
import com.avonsolutions.domain.consent.ConsentMethod;
import com.avonsolutions.domain.consent.ShownWords;
import com.avonsolutions.domain.lead.Attribution;
import com.avonsolutions.domain.lead.Enquiry;
import com.avonsolutions.domain.lead.Lead;
import com.avonsolutions.domain.lead.LeadState;
import com.avonsolutions.domain.lead.LeadStore;
import com.avonsolutions.domain.lead.Origin;
import com.avonsolutions.domain.lead.Person;
import com.avonsolutions.domain.submission.SubmissionIdentity;
import com.avonsolutions.follow.FollowChangesHandler;
import com.avonsolutions.mail.Mail;
import com.avonsolutions.mail.MailException;
import com.avonsolutions.mail.MailException.Reason;
import com.avonsolutions.mail.MailSender;
import com.avonsolutions.notices.mail.SendMailHandler;
import com.avonsolutions.notices.outbound.SendOutboundHandler;
import com.avonsolutions.sandbox.MutableClock;
import com.avonsolutions.sandbox.engine.EmbeddedSqs;
import com.avonsolutions.sandbox.engine.SiteDatabase;
import com.avonsolutions.sandbox.event.InvocationContext;
import com.avonsolutions.sandbox.standin.SampleSources;
import com.avonsolutions.sandbox.standin.StandInReply;
import com.avonsolutions.sandbox.standin.StandInRequest;
import com.avonsolutions.sandbox.standin.StandInServer;
import com.avonsolutions.sandbox.template.SamTemplate;
import com.avonsolutions.sandbox.template.SamTemplate.QueueSource;
import com.avonsolutions.web.function.FunctionHandler;
import io.micronaut.context.ApplicationContext;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Leads that are told to mail addresses and webhooks, while functions die at any call of the table,
 * the table is away, nudges are lost, doubled and shuffled, SES and receivers fail and answers get
 * lost. In the end every receiver has every lead: a webhook once for each id, a mail once and one
 * more for each time that nobody could know whether it was sent.
 */
@ExtendWith(SiteDatabase.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeliveriesModelTest {
  private static final int SEEDS = Integer.getInteger("model.seeds", 6);
  private static final long FIRST_SEED = Long.getLong("model.from", 1);
  private static final int MAX_SEEDS = 300;
  private static final int MAX_ROUNDS = 16;
  private static final int MAX_MAILS = 60;
  private static final SamTemplate TEMPLATE = SamTemplate.ofProject();
  private static final Instant START = Instant.parse("2026-11-22T06:30:00Z");
  private static final Consent CONSENT =
      Consent.unseen(ShownWords.named("2026-11"), ConsentMethod.PLATFORM);

  /** A bug that somebody might introduce. */
  private enum Mutation {
    NONE,
    /** A delivery is sent whatever its state is. */
    NO_CLAIM,
    /** A function that dies keeps its claim. */
    NO_LEASE,
    /** An event is marked as planned before its deliveries are stored. */
    MARKED_FIRST
  }

  /** A function dies. No handler may catch it. */
  private static final class Crash extends Error {
    private static final long serialVersionUID = 1L;
  }

  private final MutableClock clock = new MutableClock();
  private final List<Mail> mails = new ArrayList<>();
  private final List<StandInRequest> hooks = new ArrayList<>();
  private final Map<String, FunctionHandler> handlers = new HashMap<>();
  private Random random = new Random(0);
  private Mutation mutation = Mutation.NONE;
  private boolean faulty;
  private int unknown;

  @SuppressWarnings("NullAway.Init") // set before any test runs
  private EmbeddedSqs sqs;

  @SuppressWarnings("NullAway.Init") // set before any test runs
  private StandInServer receiver;

  @SuppressWarnings("NullAway.Init") // set before any test runs
  private DeliveryStore deliveries;

  @SuppressWarnings("NullAway.Init") // set before any test runs
  private LeadStore leads;

  @BeforeAll
  void start(SiteDatabase database) {
    sqs = new EmbeddedSqs(TEMPLATE, clock, Optional.empty());
    receiver = new StandInServer(this::receive);
    Map<String, String> parameters = new HashMap<>(SampleSources.parameters());
    parameters.put("StaffMail", "sales@example.com, boss@example.com");
    parameters.put("OutboundAllow", "localhost:" + receiver.port());
    Map<String, String> follow = environment(database, "FollowFunction", parameters);
    ApplicationContext plain = new FollowChangesHandler(follow, clock).getApplicationContext();
    deliveries = plain.getBean(DeliveryStore.class);
    leads = plain.getBean(LeadStore.class);
    DeliveryStore unreliable = unreliable(deliveries);
    MailSender ses = this::send;
    handlers.put("FollowFunction", new FollowChangesHandler(follow, clock, unreliable));
    handlers.put(
        "MailFunction",
        new SendMailHandler(
            environment(database, "MailFunction", parameters), clock, unreliable, ses));
    handlers.put(
        "OutboundFunction",
        new SendOutboundHandler(
            environment(database, "OutboundFunction", parameters), clock, unreliable));
  }

  @AfterAll
  void stop() {
    receiver.close();
    sqs.close();
  }

  private Map<String, String> environment(
      SiteDatabase database, String functionId, Map<String, String> parameters) {
    Map<String, String> environment =
        new HashMap<>(sqs.withQueueUrls(database.environmentOf(functionId, parameters)));
    environment.put("OUTBOUND_TIMEOUT_MILLIS", "2000");
    return Map.copyOf(environment);
  }

  @Test
  void everyReceiver_shouldHaveEveryLead() throws Exception {
    mutation = Mutation.NONE;
    int told = 0;
    for (long seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
      assertThat(run(seed)).as("seed %d", seed).isEmpty();
      told += hooks.size() + mails.size();
    }
    assertThat(told).isGreaterThan(SEEDS);
  }

  /** A simulation that finds nothing proves nothing. */
  @ParameterizedTest
  @EnumSource(value = Mutation.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void mutation_shouldBeFound(Mutation wrong) throws Exception {
    mutation = wrong;
    long seed = FIRST_SEED;
    while (seed < FIRST_SEED + MAX_SEEDS && run(seed).isEmpty()) {
      seed++;
    }
    assertThat(seed).as("%s is found within", wrong).isLessThan(FIRST_SEED + MAX_SEEDS);
  }

  /** Runs one scenario, and returns what is wrong in the end. */
  private List<String> run(long seed) throws Exception {
    random = new Random(seed);
    mails.clear();
    hooks.clear();
    unknown = 0;
    sqs.purge("MailQueue");
    sqs.purge("OutboundQueue");
    clock.set(START.plus(Duration.ofDays(seed * 3)));
    bean(ChannelStore.class).load(webhook());
    List<Lead> all = new ArrayList<>();
    faulty = true;
    int steps = 10 + random.nextInt(20);
    for (int step = 0; step < steps; step++) {
      step(all);
    }
    faulty = false;
    settle(all);
    return mistakes(all);
  }

  private void step(List<Lead> all) throws IOException {
    switch (random.nextInt(8)) {
      case 0, 1 -> {
        if (all.size() < 4) {
          all.add(store());
        }
        showStream(all);
      }
      case 2 -> showStream(all);
      case 3 -> tick();
      case 4, 5 -> work("MailFunction");
      case 6 -> work("OutboundFunction");
      default -> {
        clock.pass(Duration.ofSeconds(1L << random.nextInt(10)));
        sqs.shuffle(random);
        if (random.nextInt(3) == 0) {
          sqs.purge(random.nextBoolean() ? "MailQueue" : "OutboundQueue");
        }
      }
    }
  }

  /** Everything works again, and enough time passes for every retry of the failures so far. */
  private void settle(List<Lead> all) throws IOException {
    clock.set(clock.instant().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1)));
    boolean settled = false;
    for (int round = 0; round < MAX_ROUNDS && !settled; round++) {
      tick();
      clock.pass(Duration.ofSeconds(95));
      work("MailFunction");
      work("OutboundFunction");
      clock.pass(Duration.ofMinutes(round < MAX_ROUNDS / 2 ? 1 : 60));
      // Without a claim, mails go out for ever.
      settled = mails.size() > MAX_MAILS || all.stream().allMatch(this::isTold);
    }
  }

  private boolean isTold(Lead lead) {
    List<Delivery> told = deliveries.about(Delivery.ofLead(lead.id()));
    return told.size() == 3
        && told.stream().allMatch(delivery -> delivery.state() == DeliveryState.DELIVERED);
  }

  private List<String> mistakes(List<Lead> all) {
    List<String> mistakes = new ArrayList<>();
    int doubled = 0;
    for (Lead lead : all) {
      if (!isTold(lead)) {
        mistakes.add(lead.id() + " is not told: " + deliveries.about(Delivery.ofLead(lead.id())));
      }
      Set<String> ids = new HashSet<>();
      hooks.stream()
          .filter(request -> request.text().contains(lead.id()))
          .forEach(request -> ids.add(request.header("webhook-id").orElse("")));
      if (ids.size() != 1) {
        mistakes.add(lead.id() + " came to the webhook as " + ids);
      }
      for (String address : List.of("sales@example.com", "boss@example.com")) {
        long count =
            mails.stream()
                .filter(mail -> mail.to().equals(address) && mail.text().contains(lead.id()))
                .count();
        doubled += (int) Math.max(0, count - 1);
        if (count == 0) {
          mistakes.add(lead.id() + " was not mailed to " + address);
        }
      }
    }
    if (doubled > unknown) {
      mistakes.add(doubled + " mails are doubled, and " + unknown + " answers were unknown");
    }
    return mistakes;
  }

  private <T> T bean(Class<T> type) {
    return handlers.values().iterator().next().getApplicationContext().getBean(type);
  }

  private Lead store() {
    Lead lead =
        new Lead(
            id(),
            LeadState.RECEIVED,
            Person.UNKNOWN,
            Enquiry.NONE,
            Origin.page("site", Optional.empty(), Optional.empty()),
            Attribution.NONE,
            CONSENT,
            Optional.empty(),
            clock.instant());
    leads.store(lead, new SubmissionIdentity("key:" + lead.id(), lead.id(), Duration.ofDays(1)));
    return lead;
  }

  /** Of this scenario's time and seed. */
  private String id() {
    long millis = clock.instant().toEpochMilli();
    return new UUID(
            (millis << 16) | 0x7000 | random.nextInt(0x1000),
            0x8000000000000000L | (random.nextLong() >>> 2))
        .toString();
  }

  private void showStream(List<Lead> all) throws IOException {
    StringBuilder records = new StringBuilder();
    for (Lead lead : all) {
      if (random.nextInt(3) > 0) {
        records
            .append(records.isEmpty() ? "" : ",")
            .append(
                """
                {"eventName":"INSERT","eventSourceARN":"arn:aws:dynamodb:us-east-1:1:table/LeadsTable/stream/1",
                 "dynamodb":{"ApproximateCreationDateTime":AT,"SequenceNumber":"1","Keys":{"id":{"S":"ID"}},
                 "NewImage":{"state":{"S":"RECEIVED"}}}}
                """
                    .replace("AT", Long.toString(lead.receivedAt().getEpochSecond()))
                    .replace("ID", lead.id()));
      }
    }
    if (!records.isEmpty()) {
      invoke("FollowFunction", ("{\"Records\":[" + records + "]}").getBytes(UTF_8));
    }
  }

  private void tick() throws IOException {
    invoke("FollowFunction", "{\"source\":\"aws.events\"}".getBytes(UTF_8));
  }

  private void work(String functionId) {
    QueueSource source = TEMPLATE.function(functionId).queues().get(0);
    int handled;
    do {
      boolean delete = !faulty || random.nextInt(4) > 0;
      handled =
          sqs.deliver(
              source,
              event ->
                  invoke(functionId, event)
                      .orElseThrow(() -> new IllegalStateException("The function died")),
              delete);
    } while (handled > 0);
  }

  /** The response; empty if the function died. */
  private Optional<byte[]> invoke(String functionId, byte[] event) throws IOException {
    ByteArrayOutputStream response = new ByteArrayOutputStream();
    try {
      Optional.ofNullable(handlers.get(functionId))
          .orElseThrow()
          .handleRequest(
              new ByteArrayInputStream(event),
              response,
              InvocationContext.of("test", functionId, Duration.ofSeconds(60)));
      return Optional.of(response.toByteArray());
    } catch (Crash e) {
      return Optional.empty();
    }
  }

  /** The store, as functions see it that may die before and after each call. */
  private DeliveryStore unreliable(DeliveryStore store) {
    return (DeliveryStore)
        Proxy.newProxyInstance(
            DeliveryStore.class.getClassLoader(),
            new Class<?>[] {DeliveryStore.class},
            (proxy, method, arguments) -> call(store, method, arguments));
  }

  private Object call(DeliveryStore store, Method method, Object... arguments) throws Throwable {
    int fault = faulty ? random.nextInt(40) : -1;
    if (fault >= 0 && fault < 4 && method.getName().equals("finish")) {
      unknown++; // The mail is sent, and that is not written down.
    }
    if (fault == 0) {
      throw new Crash();
    }
    if (fault == 1) {
      throw new StoreUnavailableException(new IOException());
    }
    try {
      Object result = mutated(store, method, arguments);
      if (fault == 2 || fault == 3) {
        throw fault == 2 ? new Crash() : new StoreUnavailableException(new IOException());
      }
      return result;
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private Object mutated(DeliveryStore store, Method method, Object... arguments)
      throws ReflectiveOperationException {
    if (mutation == Mutation.NO_CLAIM && method.getName().equals("claim")) {
      return store.find((String) arguments[0]);
    }
    if (mutation == Mutation.NO_LEASE && method.getName().equals("claim")) {
      return store.claim((String) arguments[0], (Instant) arguments[1], Duration.ofDays(300));
    }
    if (mutation == Mutation.MARKED_FIRST && method.getName().equals("isPlanned")) {
      boolean planned = store.isPlanned((String) arguments[0]);
      store.markPlanned((String) arguments[0], clock.instant());
      return planned;
    }
    return method.invoke(store, arguments);
  }

  private String send(Mail mail) {
    int fault = faulty ? random.nextInt(10) : -1;
    if (fault == 0) {
      throw new MailException(Reason.THROTTLED, "TooManyRequestsException", new IOException());
    }
    if (fault == 1) {
      throw new MailException(Reason.UNKNOWN, "ServiceUnavailable", new IOException());
    }
    mails.add(mail);
    if (fault == 2) {
      unknown++;
      throw new MailException(Reason.UNKNOWN, "NoAnswer", new IOException());
    }
    if (fault == 3) {
      unknown++;
      throw new Crash();
    }
    return "m" + mails.size();
  }

  private synchronized StandInReply receive(StandInRequest request) {
    int fault = faulty ? random.nextInt(8) : -1;
    if (fault == 0) {
      return StandInReply.json(503, "");
    }
    hooks.add(request);
    return fault == 1 ? StandInReply.dropped() : StandInReply.json(200, "");
  }

  private Channel webhook() {
    return new Channel(
        "crm",
        ChannelKind.WEBHOOK,
        List.of(),
        Optional.of(receiver.address() + "/hook"),
        Optional.of("/avon/channels/sample"),
        Set.of(NoticeEvent.LEAD_CREATED),
        Set.of(),
        Set.of(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        true,
        true);
  }
}
