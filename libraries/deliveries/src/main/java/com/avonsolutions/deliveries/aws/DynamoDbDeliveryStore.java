package com.avonsolutions.deliveries.aws;

import com.avonsolutions.aws.dynamodb.Items;
import com.avonsolutions.deliveries.Attempt;
import com.avonsolutions.deliveries.ChannelHealth;
import com.avonsolutions.deliveries.ChannelKind;
import com.avonsolutions.deliveries.Delivery;
import com.avonsolutions.deliveries.DeliveryState;
import com.avonsolutions.deliveries.DeliveryStore;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Deliveries in DynamoDB, and in the same table the marks of planned events and the health of
 * channels. Only live deliveries are in the index by due time. A claim changes no attribute of an
 * index, so it writes one item.
 */
@Singleton
@Requires(property = "deliveries.table")
final class DynamoDbDeliveryStore implements DeliveryStore {
  private static final String PLAN = "plan#";
  private static final String CHANNEL = "channel#";

  /** Clocks of functions differ a little. */
  private static final Duration CLOCK_DIFFERENCE = Duration.ofSeconds(2);

  private static final String LIVE = "(#state = :pending OR #state = :retry)";
  private static final String APPEND = "#log = list_append(if_not_exists(#log, :none), :attempt)";
  private static final Comparator<Due> EARLIEST_FIRST = Comparator.comparing(Due::at);

  private final DynamoDbClient client;
  private final String table;

  DynamoDbDeliveryStore(DynamoDbClient client, @Value("${deliveries.table}") String table) {
    this.client = client;
    this.table = table;
  }

  @Override
  public boolean isPlanned(String eventId) {
    return get(PLAN + eventId).isPresent();
  }

  @Override
  public boolean plan(Delivery delivery) {
    return Items.write(
        () ->
            client.putItem(
                request ->
                    request
                        .tableName(table)
                        .item(DeliveryItem.write(delivery))
                        .conditionExpression("attribute_not_exists(id)")));
  }

  @Override
  public void markPlanned(String eventId, Instant at) {
    Map<String, AttributeValue> mark =
        new Items.Builder()
            .put("id", PLAN + eventId)
            .put("plannedAt", DeliveryItem.time(at))
            .put("expiresAt", Items.epochSeconds(at.plus(DeliveryItem.RETENTION)))
            .build();
    Items.call(() -> client.putItem(request -> request.tableName(table).item(mark)));
  }

  @Override
  public Optional<Delivery> find(String id) {
    return get(id).filter(item -> item.containsKey("event")).map(DeliveryItem::read);
  }

  @Override
  public Optional<Delivery> claim(String id, Instant now, Duration lease) {
    return update(
            id,
            "SET #state = :sending, leaseUntil = :lease, attempts = attempts + :one",
            "("
                + LIVE
                + " AND nextAttemptAt <= :soon) OR (#state = :sending AND leaseUntil < :now)",
            Map.of(
                ":pending", state(DeliveryState.PENDING),
                ":retry", state(DeliveryState.RETRY),
                ":sending", state(DeliveryState.SENDING),
                ":lease", DeliveryItem.time(now.plus(lease)),
                ":one", Items.number(1),
                ":soon", DeliveryItem.time(now.plus(CLOCK_DIFFERENCE)),
                ":now", DeliveryItem.time(now)))
        .map(DeliveryItem::read);
  }

  @Override
  public boolean finish(Delivery claimed, Result result, Attempt attempt) {
    Map<String, AttributeValue> values = logged(attempt);
    values.put(":state", state(result.state()));
    values.put(":sending", state(DeliveryState.SENDING));
    values.put(":attempts", Items.number(claimed.attempts()));
    StringBuilder set = new StringBuilder("SET #state = :state, " + APPEND);
    result
        .providerId()
        .ifPresent(
            provider -> {
              set.append(", providerId = :provider");
              values.put(":provider", Items.text(provider));
            });
    result
        .reason()
        .ifPresent(
            reason -> {
              set.append(", reason = :reason");
              values.put(":reason", Items.text(reason));
            });
    if (result.state() == DeliveryState.DELIVERED) {
      set.append(", deliveredAt = :at");
      values.put(":at", DeliveryItem.time(attempt.at().plusMillis(attempt.millis())));
    }
    if (result.nextAttemptAt().isPresent()) {
      set.append(", nextAttemptAt = :next REMOVE leaseUntil");
      values.put(":next", DeliveryItem.time(result.nextAttemptAt().get()));
    } else {
      set.append(" REMOVE leaseUntil, nextAttemptAt, dueShard");
    }
    return update(
            claimed.id(), set.toString(), "#state = :sending AND attempts = :attempts", values)
        .isPresent();
  }

  private static Map<String, AttributeValue> logged(Attempt attempt) {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":none", AttributeValue.fromL(List.of()));
    values.put(":attempt", AttributeValue.fromL(List.of(DeliveryItem.write(attempt))));
    return values;
  }

  @Override
  public boolean postpone(String id, Instant until, Instant now) {
    return update(
            id,
            "SET nextAttemptAt = :until, dueShard = :shard",
            notSending(),
            notSending(
                now,
                Map.of(":until", DeliveryItem.time(until), ":shard", DeliveryItem.dueShard(id))))
        .isPresent();
  }

  @Override
  public boolean end(String id, DeliveryState state, String reason, Instant now) {
    return update(
            id,
            "SET #state = :state, reason = :reason REMOVE nextAttemptAt, dueShard, leaseUntil",
            notSending(),
            notSending(now, Map.of(":state", state(state), ":reason", Items.text(reason))))
        .isPresent();
  }

  private static String notSending() {
    return LIVE + " OR (#state = :sending AND leaseUntil < :now)";
  }

  private static Map<String, AttributeValue> notSending(
      Instant now, Map<String, AttributeValue> more) {
    Map<String, AttributeValue> values = new HashMap<>(more);
    values.put(":pending", state(DeliveryState.PENDING));
    values.put(":retry", state(DeliveryState.RETRY));
    values.put(":sending", state(DeliveryState.SENDING));
    values.put(":now", DeliveryItem.time(now));
    return values;
  }

  @Override
  public boolean report(String id, DeliveryState state, Attempt report) {
    Map<String, AttributeValue> values = logged(report);
    values.put(":state", state(state));
    values.put(":bounced", state(DeliveryState.BOUNCED));
    return update(
            id,
            "SET #state = :state, " + APPEND + " REMOVE nextAttemptAt, dueShard, leaseUntil",
            "attribute_exists(#event) AND #state <> :bounced",
            values)
        .isPresent();
  }

  @Override
  public boolean replay(String id, Instant now) {
    return update(
            id,
            "SET #state = :pending, attempts = :zero, nextAttemptAt = :due, dueShard = :shard"
                + " REMOVE reason, leaseUntil",
            "attribute_exists(#event) AND (#state <> :sending OR leaseUntil < :due)",
            Map.of(
                ":pending", state(DeliveryState.PENDING),
                ":sending", state(DeliveryState.SENDING),
                ":zero", Items.number(0),
                ":due", DeliveryItem.time(now),
                ":shard", DeliveryItem.dueShard(id)))
        .isPresent();
  }

  @Override
  public List<Due> due(Instant by, int limit) {
    return IntStream.range(0, DeliveryItem.SHARDS)
        .mapToObj(DeliveryItem::shard)
        .flatMap(shard -> due(shard, by, limit))
        .sorted(EARLIEST_FIRST)
        .limit(limit)
        .toList();
  }

  private Stream<Due> due(String shard, Instant by, int limit) {
    return query(
            "byDue",
            "dueShard = :shard AND nextAttemptAt <= :by",
            Map.of(":shard", Items.text(shard), ":by", DeliveryItem.time(by)),
            limit)
        .map(
            item ->
                new Due(
                    Items.required(item, "id"),
                    ChannelKind.of(Items.required(item, "kind")).orElseThrow(),
                    Items.required(item, "channel"),
                    Instant.parse(Items.required(item, "nextAttemptAt"))));
  }

  @Override
  public List<Delivery> about(String subject) {
    return query(
            "bySubject",
            "subject = :subject",
            Map.of(":subject", Items.text(subject)),
            Integer.MAX_VALUE)
        .flatMap(item -> find(Items.required(item, "id")).stream())
        .toList();
  }

  @Override
  public List<String> ofChannel(String channel, LocalDate day) {
    return query(
            "byChannelDay",
            "channelDay = :day",
            Map.of(":day", Items.text(channel + '#' + day)),
            Integer.MAX_VALUE)
        .map(item -> Items.required(item, "id"))
        .toList();
  }

  private Stream<Map<String, AttributeValue>> query(
      String index, String condition, Map<String, AttributeValue> values, int limit) {
    return Items.call(
        () ->
            client
                .queryPaginator(
                    request ->
                        request
                            .tableName(table)
                            .indexName(index)
                            .keyConditionExpression(condition)
                            .expressionAttributeValues(values))
                .items()
                .stream()
                .limit(limit)
                .toList()
                .stream());
  }

  @Override
  public ChannelHealth health(String channel) {
    return get(CHANNEL + channel).map(HealthItem::read).orElse(ChannelHealth.HEALTHY);
  }

  @Override
  public boolean update(String channel, ChannelHealth before, ChannelHealth after) {
    Map<String, AttributeValue> item =
        HealthItem.write(CHANNEL + channel, after, before.version() + 1);
    return Items.write(
        () ->
            client.putItem(
                request -> {
                  request.tableName(table).item(item);
                  if (before.version() == 0) {
                    request.conditionExpression("attribute_not_exists(id)");
                  } else {
                    request
                        .conditionExpression("version = :before")
                        .expressionAttributeValues(
                            Map.of(":before", Items.number(before.version())));
                  }
                }));
  }

  private Optional<Map<String, AttributeValue>> get(String id) {
    return Optional.of(
            Items.call(
                    () ->
                        client.getItem(
                            request ->
                                request
                                    .tableName(table)
                                    .key(Map.of("id", Items.text(id)))
                                    .consistentRead(true)))
                .item())
        .filter(item -> !item.isEmpty());
  }

  /** The item after the update; empty when it is not there or the condition does not hold. */
  private Optional<Map<String, AttributeValue>> update(
      String id, String expression, String condition, Map<String, AttributeValue> values) {
    Consumer<UpdateItemRequest.Builder> update =
        request ->
            request
                .tableName(table)
                .key(Map.of("id", Items.text(id)))
                .updateExpression(expression)
                .conditionExpression(condition)
                .expressionAttributeNames(names(expression + condition))
                .expressionAttributeValues(values)
                .returnValues(ReturnValue.ALL_NEW);
    return Items.call(
        () -> {
          try {
            return Optional.of(client.updateItem(update).attributes());
          } catch (ConditionalCheckFailedException e) {
            return Optional.empty();
          }
        });
  }

  /** DynamoDB reserves these words, and refuses a name that is not used. */
  private static Map<String, String> names(String expressions) {
    Map<String, String> names = new HashMap<>();
    Stream.of("state", "log", "event")
        .filter(name -> expressions.contains("#" + name))
        .forEach(name -> names.put("#" + name, name));
    return names;
  }

  private static AttributeValue state(DeliveryState state) {
    return Items.text(state.name());
  }
}
