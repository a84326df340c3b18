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

/** Both functions with the table and the queue between them, all of which can be made to fail. */
final class ContactFixture implements AutoCloseable {
  private static final String QUEUE = "SpillQueue";
  private static final String DEAD_LETTERS = "SpilledLeadsDeadLetters";

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
    // Its own environment and this module's, whose beans are on the class path here.
    Map<String, String> both = new HashMap<>(environment("ContactFunction"));
    both.putAll(environment("DrainFunction"));
    this.drain = new DrainLeadsHandler(both, clock);
  }

  private Map<String, String> environment(String function) {
    return sqs.withQueueUrls(
        database.environmentOf(function, Map.of("DynamoDbEndpoint", store.endpoint().toString())));
  }

  /** A script's press. */
  Answer post(String name, Optional<String> key) {
    EventBuilder event =
        EventBuilder.request("POST", "/api/leads")
            // Everybody has an address of their own.
            .sourceIp("203.0.113." + Math.floorMod(name.hashCode(), 256))
            .json("{\"name\":\"%s\",\"phone\":\"9876543210\",\"consent\":true}".formatted(name));
    key.ifPresent(value -> event.header("idempotency-key", value));
    return ask(event);
  }

  Answer ask(EventBuilder event) {
    try {
      return EventFixtures.answer(contact, event.build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Hands the drain function one batch; says how many messages it had. */
  int drain() {
    return sqs.deliver(SOURCE, this::drain);
  }

  /** The same, and the messages come again although they are dealt with. */
  int drainAndForget() {
    return sqs.deliver(SOURCE, this::drain, false);
  }

  /** Lets time pass until nothing waits any more. */
  void drainAll() {
    for (int rounds = 0; !waiting().isEmpty(); rounds++) {
      if (rounds == 1000) {
        throw new AssertionError("The queue does not get empty: " + waiting().size());
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

  /** A message that somebody else put into the queue. */
  void enqueue(String body) {
    sqs.send(QUEUE, body);
  }

  List<SqsMessage> waiting() {
    return sqs.messages(QUEUE);
  }

  List<SqsMessage> dead() {
    return sqs.messages(DEAD_LETTERS);
  }

  /** All stored leads, as far as their attributes are texts. */
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
