package com.avonsolutions.exactlyonce;

import com.avonsolutions.build.FormFiles;
import com.avonsolutions.contact.SubmitLeadsHandler;
import com.avonsolutions.domain.IdGenerator;
import com.avonsolutions.domain.form.FormStore;
import com.avonsolutions.domain.lead.LeadStore;
import com.avonsolutions.domain.lead.SpillQueue;
import com.avonsolutions.drain.DrainLeadsHandler;
import com.avonsolutions.hooks.googleads.ReceiveGoogleAdsLeadsHandler;
import com.avonsolutions.hooks.indiamart.ReceiveIndiaMartLeadsHandler;
import com.avonsolutions.sandbox.MutableClock;
import com.avonsolutions.sandbox.Project;
import com.avonsolutions.sandbox.engine.EmbeddedSqs;
import com.avonsolutions.sandbox.engine.SiteDatabase;
import com.avonsolutions.sandbox.engine.SqsMessage;
import com.avonsolutions.sandbox.event.Answer;
import com.avonsolutions.sandbox.event.EventBuilder;
import com.avonsolutions.sandbox.event.EventFixtures;
import com.avonsolutions.sandbox.event.InvocationContext;
import com.avonsolutions.sandbox.standin.SampleSources;
import com.avonsolutions.sandbox.template.SamTemplate;
import com.avonsolutions.sandbox.template.SamTemplate.QueueSource;
import com.avonsolutions.web.function.FunctionHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * The functions, two instances of each, with the table and the queue between them. Created once for
 * many seeds, each of which starts with empty tables on a later day.
 */
final class Simulation implements AutoCloseable {
  static final int INSTANCES = 2;

  private static final Instant FIRST_DAY = Instant.parse("2026-11-22T10:15:30Z");

  /** Longer than any scenario, so that what an instance caches has expired for the next seed. */
  private static final Duration BETWEEN_SEEDS = Duration.ofDays(50);

  /** DynamoDB's limit of a batch. */
  private static final int BATCH_SIZE = 25;

  private static final String LEADS = "LeadsTable";
  private static final String CONSENTS = "ConsentsTable";
  private static final String QUEUE = "SpillQueue";
  private static final String DEAD_LETTERS = "SpilledLeadsDeadLetters";
  private static final SamTemplate TEMPLATE = SamTemplate.ofProject();
  private static final QueueSource SOURCE = TEMPLATE.function("DrainFunction").queues().get(0);

  private final SiteDatabase database;
  private final MutableClock time = new MutableClock();
  private final EmbeddedSqs sqs = new EmbeddedSqs(TEMPLATE, time, Optional.empty());
  private final DrainLeadsHandler plain;
  private final List<Instance> instances = new ArrayList<>();
  private Run run = new Run(0, time);
  private Mutation mutation = Mutation.NONE;

  /** One instance of each function, all on one machine with one clock. */
  private record Instance(
      InstanceClock clock,
      SubmitLeadsHandler contact,
      ReceiveGoogleAdsLeadsHandler googleAds,
      ReceiveIndiaMartLeadsHandler indiaMart,
      DrainLeadsHandler drain) {

    FunctionHandler behind(Route route) {
      return switch (route.function) {
        case "contact" -> contact;
        case "google-ads" -> googleAds;
        default -> indiaMart;
      };
    }
  }

  Simulation(SiteDatabase database) {
    this.database = database;
    Map<String, String> environment = environment();
    // Its client of the queue is the one behind the faulty queues.
    this.plain = new DrainLeadsHandler(environment, time);
    for (int number = 0; number < INSTANCES; number++) {
      InstanceClock clock = new InstanceClock(time, () -> run.step());
      IdGenerator ids = () -> run.nextId();
      Object[] ours = {clock, ids, store(), queue(clock)};
      instances.add(
          new Instance(
              clock,
              new SubmitLeadsHandler(environment, ours),
              new ReceiveGoogleAdsLeadsHandler(environment, ours),
              new ReceiveIndiaMartLeadsHandler(environment, ours),
              new DrainLeadsHandler(environment, ours)));
    }
  }

  /** The environments of all functions together, because their beans share one class path here. */
  private Map<String, String> environment() {
    Map<String, String> all = new HashMap<>();
    for (String function :
        List.of("ContactFunction", "GoogleAdsFunction", "IndiaMartFunction", "DrainFunction")) {
      all.putAll(database.environmentOf(function, SampleSources.parameters()));
    }
    return sqs.withQueueUrls(all);
  }

  private DynamoDbClient store() {
    // Not a function's own client: its timeouts are real time and would expire on a slow machine.
    return new FaultyStore(database.client(), () -> run, () -> mutation);
  }

  private SpillQueue queue(InstanceClock clock) {
    return new FaultyQueue(bean(SpillQueue.class), sqs, () -> run, clock, () -> mutation);
  }

  private <T> T bean(Class<T> type) {
    return plain.getApplicationContext().getBean(type);
  }

  /** Sets the mutation of the code from now on. */
  void mutate(Mutation other) {
    mutation = other;
  }

  /** Stores the sample form; tables are empty before each test. */
  void prepare() throws IOException {
    FormStore forms = bean(FormStore.class);
    FormFiles.read(Project.root().resolve("local/src/main/samples/forms"))
        .forEach(file -> forms.load(file.form()));
  }

  /** Starts a run with empty tables and queues on the seed's own day, without clock skew. */
  Run begin(long seed) {
    clear(LEADS, List.of("id"));
    clear(CONSENTS, List.of("subject", "event"));
    sqs.purge(QUEUE);
    sqs.purge(DEAD_LETTERS);
    time.set(FIRST_DAY.plus(BETWEEN_SEEDS.multipliedBy(seed)));
    run = new Run(seed, time);
    for (Instance instance : instances) {
      instance.clock().resetSkew();
      // Caches the forms, so that they are available during outages of the table.
      answer(
          instance.contact(),
          EventBuilder.request("OPTIONS", "/f/sample").routeKey("OPTIONS /f/{form}"));
    }
    return run;
  }

  MutableClock time() {
    return time;
  }

  void stepClock(int instance, Duration by) {
    instances.get(instance).clock().step(by);
  }

  /** The invocation of an attempt, to be interleaved. */
  Invocation attempt(Attempt attempt, int instance) {
    Route route = attempt.submission().route();
    Instance at = instances.get(instance);
    String name = "%s at %s %d".formatted(attempt, route.function, instance + 1);
    return invocation(
        name,
        Duration.ofSeconds(20),
        () -> {
          attempt.begins(
              at.clock().instant(), Invocation.current().map(Invocation::faults).orElseThrow());
          run.record("begins");
          Reply reply = Reply.NONE;
          try {
            reply =
                Reply.of(
                    answer(at.behind(route), route.event(attempt.submission(), attempt.mark())),
                    route);
          } finally {
            attempt.ends(reply, at.clock().instant());
          }
          run.record("gets " + reply);
          if (reply.outcome() == Reply.Outcome.QUEUED && !isInQueue(attempt)) {
            attempt.wasFalselyAcknowledged();
          }
          if (route.isPage() && reply.outcome() == Reply.Outcome.REFUSED) {
            attempt.submission().useFormKey(reply.formKey());
          }
        });
  }

  /**
   * The invocation of the drain for one batch, to be interleaved.
   *
   * @param delete whether handled messages are deleted
   */
  Invocation drain(int instance, boolean delete) {
    DrainLeadsHandler drain = instances.get(instance).drain();
    return invocation(
        "drain " + (instance + 1),
        Duration.ofSeconds(60),
        () -> {
          int batch = sqs.deliver(SOURCE, event -> drained(drain, event), delete);
          if (!delete && batch > 0) {
            run.count(Fault.NOT_DELETED);
          }
          run.record("had " + batch + (delete ? "" : ", and " + Fault.NOT_DELETED.description));
        });
  }

  private byte[] drained(DrainLeadsHandler drain, byte[] event) throws IOException {
    if (mutation == Mutation.DELETED_BEFORE_STORED) {
      sqs.purge(QUEUE);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    drain.handleRequest(
        new ByteArrayInputStream(event),
        out,
        InvocationContext.of("drain", "DrainFunction", Duration.ofMinutes(1)));
    return out.toByteArray();
  }

  private Invocation invocation(String name, Duration timeout, Runnable work) {
    return new Invocation(name, time.instant(), timeout, work);
  }

  private static Answer answer(FunctionHandler function, EventBuilder event) {
    try {
      return EventFixtures.answer(function, event.build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isInQueue(Attempt attempt) {
    String name = '"' + attempt.submission().expectedLeads().get(0).content().name() + '"';
    return waiting().stream().anyMatch(message -> message.body().contains(name));
  }

  /** All messages of the queue, visible or not. */
  List<SqsMessage> waiting() {
    return sqs.messages(QUEUE);
  }

  List<String> deadLetters() {
    return sqs.messages(DEAD_LETTERS).stream().map(SqsMessage::body).toList();
  }

  void send(String body) {
    sqs.send(QUEUE, body);
  }

  void shuffleQueue() {
    sqs.shuffle(run.random().shuffler());
  }

  /** Erases a lead, as staff do when a person withdraws consent. */
  void erase(StoredLead lead) {
    bean(LeadStore.class).erase(lead.id());
  }

  List<StoredLead> stored() {
    return items(LEADS).stream().filter(StoredLead::isLead).map(StoredLead::of).toList();
  }

  List<StoredConsent> consents() {
    return items(CONSENTS).stream().map(StoredConsent::of).toList();
  }

  private List<Map<String, AttributeValue>> items(String table) {
    return database
        .client()
        .scanPaginator(scan -> scan.tableName(table).consistentRead(true))
        .items()
        .stream()
        .toList();
  }

  private void clear(String table, List<String> keys) {
    List<WriteRequest> deletions =
        items(table).stream()
            .map(
                item -> {
                  Map<String, AttributeValue> key = new HashMap<>(item);
                  key.keySet().retainAll(keys);
                  return key;
                })
            .map(key -> WriteRequest.builder().deleteRequest(r -> r.key(key)).build())
            .toList();
    for (int from = 0; from < deletions.size(); from += BATCH_SIZE) {
      List<WriteRequest> batch =
          deletions.subList(from, Math.min(from + BATCH_SIZE, deletions.size()));
      database.client().batchWriteItem(request -> request.requestItems(Map.of(table, batch)));
    }
  }

  @Override
  public void close() {
    for (Instance instance : instances) {
      instance.contact().close();
      instance.googleAds().close();
      instance.indiaMart().close();
      instance.drain().close();
    }
    plain.close();
    sqs.close();
  }
}
