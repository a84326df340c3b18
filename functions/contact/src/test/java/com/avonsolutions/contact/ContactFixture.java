package com.avonsolutions.contact;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.avonsolutions.drain.DrainLeadsHandler;
import com.avonsolutions.sandbox.MutableClock;
import com.avonsolutions.sandbox.engine.EmbeddedSqs;
import com.avonsolutions.sandbox.engine.FaultyDynamoDb;
import com.avonsolutions.sandbox.engine.SiteDatabase;
import com.avonsolutions.sandbox.engine.SqsMessage;
import com.avonsolutions.sandbox.event.Answer;
import com.avonsolutions.sandbox.event.EventBuilder;
import com.avonsolutions.sandbox.event.EventFixtures;
import com.avonsolutions.sandbox.event.InvocationContext;
import com.avonsolutions.sandbox.template.SamTemplate;
import com.avonsolutions.sandbox.template.SamTemplate.QueueSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The contact and the drain function, with a table and a queue that can be made to fail. */
final class ContactFixture implements AutoCloseable {
  private static final String QUEUE = "SpillQueue";
  private static final String DEAD_LETTER_QUEUE = "SpilledLeadsDeadLetters";

  private static final SamTemplate TEMPLATE = SamTemplate.ofProject();
  private static final QueueSource SOURCE = TEMPLATE.function("DrainFunction").queues().get(0);

  final MutableClock clock = new MutableClock();
  final FaultyDynamoDb store;
  final EmbeddedSqs sqs = new EmbeddedSqs(TEMPLATE, clock, Optional.empty());

  private final SiteDatabase database;
  private final SubmitLeadsHandler contact;
  private final DrainLeadsHandler drain;

  ContactFixture(SiteDatabase database) {
    this.database = database;
    this.store = new FaultyDynamoDb(database.endpoint());
    this.contact = new SubmitLeadsHandler(environment("ContactFunction"), clock);
    // Beans of both modules are on the class path here, so it needs both environments.
    Map<String, String> both = new HashMap<>(environment("ContactFunction"));
    both.putAll(environment("DrainFunction"));
    this.drain = new DrainLeadsHandler(both, clock);
  }

  private Map<String, String> environment(String function) {
    return sqs.withQueueUrls(
        database.environmentOf(function, Map.of("DynamoDbEndpoint", store.endpoint().toString())));
  }

  /** Submits a lead as a script does. */
  Answer post(String name, Optional<String> key) {
    EventBuilder event =
        EventBuilder.request("POST", "/api/leads")
            // Each person has another IP address.
            .sourceIp("203.0.113." + Math.floorMod(name.hashCode(), 256))
            .json("{\"name\":\"%s\",\"phone\":\"9876543210\",\"consent\":true}".formatted(name));
    key.ifPresent(value -> event.header("idempotency-key", value));
    return send(event);
  }

  <T> T bean(Class<T> type) {
    return contact.getApplicationContext().getBean(type);
  }

  Answer send(EventBuilder event) {
    try {
      return EventFixtures.answer(contact, event.build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Invokes the drain function with one batch. Returns the number of messages in it. */
  int drain() {
    return sqs.deliver(SOURCE, this::drain);
  }

  /** The same, but the queue delivers the messages again although they are done. */
  int drainWithoutDeleting() {
    return sqs.deliver(SOURCE, this::drain, false);
  }

  /** Lets time pass and drains until the queue is empty. */
  void drainAll() {
    for (int rounds = 0; !queued().isEmpty(); rounds++) {
      if (rounds == 1000) {
        throw new AssertionError("The queue does not become empty: " + queued().size());
      }
      if (drain() == 0) {
        clock.pass(Duration.ofMinutes(1));
      }
    }
  }

  private byte[] drain(byte[] event) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    drain.handleRequest(
        new ByteArrayInputStream(event),
        out,
        InvocationContext.of("drain", "DrainFunction", Duration.ofMinutes(1)));
    return out.toByteArray();
  }

  /** Adds any message to the queue. */
  void enqueue(String body) {
    sqs.send(QUEUE, body);
  }

  List<SqsMessage> queued() {
    return sqs.messages(QUEUE);
  }

  List<SqsMessage> deadLetters() {
    return sqs.messages(DEAD_LETTER_QUEUE);
  }

  /** All stored leads, with those of their attributes that are texts. */
  List<Map<String, String>> leads() {
    return database
        .client()
        .scanPaginator(r -> r.tableName("LeadsTable").consistentRead(true))
        .items()
        .stream()
        .filter(item -> item.containsKey("receivedAt"))
        .map(ContactFixture::texts)
        .toList();
  }

  private static Map<String, String> texts(Map<String, AttributeValue> item) {
    Map<String, String> texts = new HashMap<>();
    item.forEach(
        (name, value) -> {
          if (value.type() == AttributeValue.Type.S) {
            texts.put(name, value.s());
          }
        });
    return texts;
  }

  List<String> names() {
    return leads().stream().map(lead -> lead.getOrDefault("name", "")).toList();
  }

  static String id(Answer answer) {
    return new String(answer.body(), UTF_8).replaceFirst("(?s).*\"id\":\"([^\"]+)\".*", "$1");
  }

  @Override
  public void close() {
    contact.close();
    drain.close();
    sqs.close();
    store.close();
  }
}
