package com.avonsolutions.bench.growth;

import static com.avonsolutions.aws.dynamodb.Items.epochSeconds;
import static com.avonsolutions.aws.dynamodb.Items.number;
import static com.avonsolutions.aws.dynamodb.Items.required;
import static com.avonsolutions.aws.dynamodb.Items.text;

import com.avonsolutions.aws.dynamodb.LeadItem;
import com.avonsolutions.aws.dynamodb.MonthShards;
import com.avonsolutions.domain.lead.EmailAddress;
import com.avonsolutions.domain.lead.Lead;
import com.avonsolutions.domain.lead.LeadState;
import com.avonsolutions.domain.lead.Person;
import com.avonsolutions.domain.lead.Phone;
import com.avonsolutions.sandbox.engine.BulkLoader;
import com.avonsolutions.sandbox.template.SamTemplate;
import com.avonsolutions.text.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongFunction;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Fills the tables that grow over the years with copies of items that functions have stored; each
 * copy has its own id, keys and times.
 *
 * @param examples one item of each kind, by kind
 */
record GrowingTables(Map<String, Map<String, AttributeValue>> examples, Instant now) {
  static final List<String> TABLES =
      List.of(
          "LeadsTable",
          "TestimonialsTable",
          "FaqsTable",
          "QuestionsTable",
          "VotesTable",
          "CountersTable");

  private static final Duration TWO_YEARS = Duration.ofDays(729);
  private static final Duration HALF_A_YEAR = Duration.ofDays(179);
  private static final String IDENTITY = "submission#";

  /** Takes examples from tables that contain at least one item of each kind. */
  static GrowingTables of(DynamoDbClient client, Instant now) {
    Map<String, Map<String, AttributeValue>> examples = new HashMap<>();
    for (String table : TABLES) {
      client
          .scanPaginator(request -> request.tableName(table))
          .items()
          .forEach(item -> examples.putIfAbsent(kind(table, item), item));
    }
    return new GrowingTables(Map.copyOf(examples), now);
  }

  /**
   * Some tables hold a second kind: submission identities, the FAQs' version, the counters' daily
   * key.
   */
  private static String kind(String table, Map<String, AttributeValue> item) {
    if (item.containsKey("storedAs")) {
      return table + "/identity";
    }
    boolean dailyKey = item.containsKey("text") && !item.containsKey("state");
    return item.containsKey("version") || dailyKey ? table + "/other" : table;
  }

  /** Adds rows {@code from} (inclusive) to {@code to} (exclusive) to a table. */
  void grow(BulkLoader rows, SamTemplate.Table table, long from, long to) {
    LongFunction<Map<String, AttributeValue>> row =
        switch (table.logicalId()) {
          case "LeadsTable" ->
              number -> number % 2 == 0 ? lead(number, to) : identity(table, number);
          case "TestimonialsTable" ->
              number -> number % 2 == 0 ? testimonial(number) : identity(table, number);
          case "FaqsTable" -> this::draft;
          case "QuestionsTable" -> this::question;
          case "VotesTable" -> number -> vote(number, to);
          case "CountersTable" -> this::counter;
          default -> throw new IllegalArgumentException(table.logicalId() + " does not grow");
        };
    for (long number = from; number < to; number++) {
      rows.add(table, row.apply(number));
    }
  }

  /** Received within the last two years. */
  private Map<String, AttributeValue> lead(long number, long total) {
    LeadItem items = new LeadItem(TWO_YEARS.plusDays(1));
    Lead example = items.read(example("LeadsTable"));
    Instant receivedAt = spread(TWO_YEARS, number, total);
    String digits = String.format("9%09d", number);
    Person person =
        new Person(
            example.person().name(),
            EmailAddress.parse("visitor" + number + "@example.com"),
            Optional.of(new Phone("+91" + digits, digits)),
            example.person().texts(),
            false);
    return items.write(
        new Lead(
            id(receivedAt, number),
            LeadState.RECEIVED,
            person,
            example.enquiry(),
            example.origin(),
            example.attribution(),
            example.consent(),
            example.spam(),
            receivedAt));
  }

  private Map<String, AttributeValue> identity(SamTemplate.Table table, long number) {
    return withChanges(
        example(table.logicalId() + "/identity"),
        Map.of(
            "id", text(IDENTITY + Sha256.hex("bench" + number)),
            "storedAs", text(id(now, number - 1))));
  }

  /** Every fourth is approved, which is more than a page shows at every size. */
  private Map<String, AttributeValue> testimonial(long number) {
    String state =
        switch ((int) (number / 2 % 4)) {
          case 0 -> "APPROVED";
          case 1 -> "PENDING";
          default -> "SPAM";
        };
    return withChanges(
        example("TestimonialsTable"),
        Map.of("id", text(id(now.minusSeconds(number), number)), "state", text(state)));
  }

  /** A draft: an agency writes what it publishes by hand, so published entries stay few. */
  private Map<String, AttributeValue> draft(long number) {
    return withChanges(
        example("FaqsTable"), Map.of("slug", text("draft-" + number), "state", text("DRAFT")));
  }

  /** All in the current month, which is more than a list shows at every size. */
  private Map<String, AttributeValue> question(long number) {
    String question = "%s %07d".formatted(required(example("QuestionsTable"), "question"), number);
    return withChanges(
        example("QuestionsTable"),
        Map.of(
            "monthShard", MonthShards.key(now, question),
            "question", text(question),
            "count", number(1 + number % 9),
            "expiresAt", epochSeconds(now.plus(HALF_A_YEAR))));
  }

  private Map<String, AttributeValue> vote(long number, long total) {
    Instant cast = spread(HALF_A_YEAR, number, total);
    String voter = Sha256.hex("bench" + number);
    return withChanges(
        example("VotesTable"),
        Map.of(
            "monthShard", MonthShards.key(cast, voter),
            "voter", text(voter),
            "expiresAt", epochSeconds(cast.plus(HALF_A_YEAR.plusDays(1)))));
  }

  /** The counter of a text that was sent today; counters that live ten minutes are fewer. */
  private Map<String, AttributeValue> counter(long number) {
    Instant end = now.plus(Duration.ofDays(1));
    String mac = Sha256.hex("bench" + number);
    return withChanges(
        example("CountersTable"),
        Map.of(
            "id", text("text#" + end.getEpochSecond() + '#' + mac),
            "expiresAt", epochSeconds(end)));
  }

  private Map<String, AttributeValue> example(String kind) {
    Map<String, AttributeValue> example = examples.get(kind);
    if (example == null) {
      throw new IllegalStateException("No function has stored an item of kind " + kind);
    }
    return example;
  }

  private static Map<String, AttributeValue> withChanges(
      Map<String, AttributeValue> item, Map<String, AttributeValue> changes) {
    Map<String, AttributeValue> copy = new HashMap<>(item);
    copy.putAll(changes);
    return copy;
  }

  private Instant spread(Duration period, long number, long total) {
    return now.minusMillis(period.toMillis() * number / total);
  }

  /** A UUID of version 7: the time, then a number. */
  private static String id(Instant time, long number) {
    return new UUID(time.toEpochMilli() << 16 | 0x7000L, 0x8000_0000_0000_0000L | number)
        .toString();
  }
}
