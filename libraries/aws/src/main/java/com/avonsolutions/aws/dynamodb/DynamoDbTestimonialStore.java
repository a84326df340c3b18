package com.avonsolutions.aws.dynamodb;

import com.avonsolutions.domain.MonotonicClock;
import com.avonsolutions.domain.consent.Consent;
import com.avonsolutions.domain.submission.Receipt;
import com.avonsolutions.domain.submission.SubmissionIdentity;
import com.avonsolutions.domain.testimonial.Testimonial;
import com.avonsolutions.domain.testimonial.TestimonialState;
import com.avonsolutions.domain.testimonial.TestimonialStore;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;

/** Testimonials in DynamoDB. */
@Singleton
@Requires(property = "testimonials.table")
final class DynamoDbTestimonialStore implements TestimonialStore {
  /** Gives staff time to change a decision. */
  private static final Duration HIDDEN_RETENTION = Duration.ofDays(90);

  private final DynamoDbClient client;
  private final Clock clock;
  private final String table;

  /** Empty where testimonials are only read. */
  private final String consents;

  private final SubmissionWriter writer;

  DynamoDbTestimonialStore(
      DynamoDbClient client,
      @Value("${testimonials.table}") String table,
      @Value("${consents.table:}") String consents,
      Clock clock,
      MonotonicClock time) {
    this.client = client;
    this.table = table;
    this.consents = consents;
    this.clock = clock;
    this.writer = new SubmissionWriter(client, time);
  }

  @Override
  public Receipt store(Testimonial testimonial, Consent consent, SubmissionIdentity identity) {
    Map<String, AttributeValue> item = write(testimonial);
    // The record stays, as the testimonial does.
    Map<String, AttributeValue> record =
        ConsentItem.record(
            ConsentItem.TESTIMONIAL, item, consent.words().version(), ConsentItem.part(consent));
    record.put("source", Items.text("site"));
    return writer.write(
        table,
        item,
        Put.builder().tableName(consents).item(record).build(),
        identity,
        testimonial.receivedAt());
  }

  @Override
  public List<Testimonial> inState(TestimonialState state, int limit) {
    return Items.call(
        () ->
            client
                .queryPaginator(
                    request ->
                        request
                            .tableName(table)
                            .indexName("byState")
                            .keyConditionExpression("#state = :state")
                            .expressionAttributeNames(Map.of("#state", "state"))
                            .expressionAttributeValues(Map.of(":state", Items.text(state.name())))
                            .scanIndexForward(false)
                            .limit(limit))
                .items()
                .stream()
                .filter(item -> Items.isLive(item, clock.instant()))
                .limit(limit)
                .map(DynamoDbTestimonialStore::read)
                .toList());
  }

  @Override
  public boolean decide(String id, TestimonialState state) {
    boolean expires = isHidden(state);
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":state", Items.text(state.name()));
    if (expires) {
      values.put(":expiry", expiry());
    }
    return Items.write(
        () ->
            client.updateItem(
                request ->
                    request
                        .tableName(table)
                        .key(Map.of("id", Items.text(id)))
                        .updateExpression(
                            expires
                                ? "SET #state = :state, expiresAt = :expiry"
                                : "SET #state = :state REMOVE expiresAt")
                        // The identities of submissions share the table.
                        .conditionExpression("attribute_exists(#text)")
                        .expressionAttributeNames(Map.of("#state", "state", "#text", "text"))
                        .expressionAttributeValues(values)));
  }

  private static boolean isHidden(TestimonialState state) {
    return state == TestimonialState.REJECTED || state == TestimonialState.SPAM;
  }

  private AttributeValue expiry() {
    return Items.epochSeconds(clock.instant().plus(HIDDEN_RETENTION));
  }

  private Map<String, AttributeValue> write(Testimonial testimonial) {
    Items.Builder item =
        new Items.Builder()
            .put("id", testimonial.id())
            .put("state", testimonial.state().name())
            .put("name", testimonial.name())
            .put("role", testimonial.role())
            .put("company", testimonial.company())
            .put("text", testimonial.text())
            .put("receivedAt", testimonial.receivedAt().toString())
            .put("sample", AttributeValue.fromBool(testimonial.sample()));
    if (isHidden(testimonial.state())) {
      item.put("expiresAt", expiry());
    }
    testimonial.rating().ifPresent(rating -> item.put("rating", Items.number(rating)));
    return item.build();
  }

  private static Testimonial read(Map<String, AttributeValue> item) {
    return new Testimonial(
        Items.required(item, "id"),
        Items.required(item, "name"),
        Items.optional(item, "role"),
        Items.optional(item, "company"),
        Items.required(item, "text"),
        Items.optionalNumber(item, "rating")
            .map(rating -> OptionalInt.of(rating.intValue()))
            .orElseGet(OptionalInt::empty),
        TestimonialState.valueOf(Items.required(item, "state")),
        Instant.parse(Items.required(item, "receivedAt")),
        Items.flag(item, "sample"));
  }
}
