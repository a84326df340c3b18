package com.avonsolutions.aws.dynamodb;

import com.avonsolutions.domain.MonotonicClock;
import com.avonsolutions.domain.lead.Lead;
import com.avonsolutions.domain.lead.LeadState;
import com.avonsolutions.domain.lead.LeadStore;
import com.avonsolutions.domain.lead.Phone;
import com.avonsolutions.domain.lead.SpamVerdict;
import com.avonsolutions.domain.submission.Receipt;
import com.avonsolutions.domain.submission.SubmissionConflictException;
import com.avonsolutions.domain.submission.SubmissionIdentity;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Leads in DynamoDB. The indexes by day, and by month and state, spread over {@link
 * LeadItem#SHARDS} partitions each, so that a burst of leads stays below the limit of a partition.
 */
@Singleton
@Requires(property = "leads.table")
final class DynamoDbLeadStore implements LeadStore {
  private static final int PAGE = 1000;
  private static final Comparator<Map<String, AttributeValue>> NEWEST_FIRST =
      Comparator.comparing((Map<String, AttributeValue> item) -> Items.required(item, "id"))
          .reversed();

  private final DynamoDbClient client;
  private final String table;
  private final String consents;
  private final Duration consentKeptLonger;
  private final SubmissionWriter writer;
  private final Clock clock;
  private final LeadItem items;
  private final LeadItem quarantined;

  DynamoDbLeadStore(
      DynamoDbClient client,
      @Value("${leads.table}") String table,
      @Value("${lead.retention.days:730}") int retentionDays,
      @Value("${quarantine.days:60}") int quarantineDays,
      @Value("${consents.table}") String consents,
      @Value("${consent.record.days:1095}") int consentRecordDays,
      Clock clock,
      MonotonicClock time) {
    this.client = client;
    this.table = table;
    this.consents = consents;
    this.consentKeptLonger = Duration.ofDays(consentRecordDays);
    this.writer = new SubmissionWriter(client, time);
    this.clock = clock;
    this.items = new LeadItem(Duration.ofDays(retentionDays));
    this.quarantined = new LeadItem(Duration.ofDays(quarantineDays));
  }

  @Override
  public Receipt store(Lead lead, SubmissionIdentity identity) {
    try {
      return write(lead, identity);
    } catch (SubmissionConflictException e) {
      // The sender gets an error, but the person behind the lead must not be lost.
      Lead kept = lead.withVerdict(new SpamVerdict(true, 0, List.of("conflict")));
      write(kept, identity.ofConflict());
      throw e;
    }
  }

  private Receipt write(Lead lead, SubmissionIdentity identity) {
    Map<String, AttributeValue> item = item(lead);
    return writer.write(table, item, consentOf(item), identity, lead.receivedAt());
  }

  @Override
  public Optional<Lead> find(String id) {
    Map<String, AttributeValue> item =
        Items.call(
                () ->
                    client.getItem(
                        request ->
                            request
                                .tableName(table)
                                .key(Map.of("id", Items.text(id)))
                                .consistentRead(true)))
            .item();
    return Optional.of(item).filter(this::isLiveLead).map(items::read);
  }

  @Override
  public Optional<String> storedId(SubmissionIdentity identity) {
    return writer.storedId(table, identity, clock.instant());
  }

  @Override
  public boolean complete(Lead lead) {
    return replace(LeadState.AWAITING_DETAILS, lead);
  }

  @Override
  public List<Lead> receivedOn(LocalDate day, int limit) {
    return shards(day.toString())
        .flatMap(shard -> query("byDay", "dayShard", shard, limit))
        .filter(this::isLiveLead)
        .sorted(NEWEST_FIRST)
        .limit(limit)
        .map(items::read)
        .toList();
  }

  @Override
  public List<String> inState(LeadState state, YearMonth month, int limit) {
    return shards(state.name() + '#' + month)
        .flatMap(shard -> query("byState", "stateShard", shard, limit))
        .sorted(NEWEST_FIRST)
        .limit(limit)
        .map(item -> Items.required(item, "id"))
        .toList();
  }

  @Override
  public List<String> withEmail(String email) {
    return query("byEmail", "emailHash", LeadItem.emailHash(email), Integer.MAX_VALUE)
        .map(item -> Items.required(item, "id"))
        .toList();
  }

  @Override
  public List<String> withPhone(Phone phone) {
    String hash = LeadItem.phoneHash(phone);
    return Stream.concat(
            query("byPhone", "phoneHash", hash, Integer.MAX_VALUE),
            query("byOtherPhone", "otherPhoneHash", hash, Integer.MAX_VALUE))
        .sorted(NEWEST_FIRST)
        .map(item -> Items.required(item, "id"))
        .toList();
  }

  @Override
  public boolean release(String id) {
    Optional<Lead> lead = find(id).filter(found -> found.state() == LeadState.QUARANTINED);
    return lead.isPresent() && replace(LeadState.QUARANTINED, lead.get().released());
  }

  /**
   * Overwrites the lead, unless its stored state has changed, and with it the record of its
   * consent: whom it concerns and when it expires may have changed too.
   */
  private boolean replace(LeadState before, Lead lead) {
    Map<String, AttributeValue> item = item(lead);
    try {
      writer.writeAll(
          List.of(
              TransactWriteItem.builder()
                  .put(
                      Put.builder()
                          .tableName(table)
                          .item(item)
                          .conditionExpression("#state = :before")
                          .expressionAttributeNames(Map.of("#state", "state"))
                          .expressionAttributeValues(Map.of(":before", Items.text(before.name())))
                          .build())
                  .build(),
              TransactWriteItem.builder().put(consentOf(item)).build()));
      return true;
    } catch (TransactionCanceledException e) {
      return false;
    }
  }

  @Override
  public boolean erase(String id) {
    return Items.write(
        () ->
            client.deleteItem(
                request ->
                    request
                        .tableName(table)
                        .key(Map.of("id", Items.text(id)))
                        // The identities of submissions share the table.
                        .conditionExpression("attribute_exists(receivedAt)")));
  }

  @Override
  public void eraseAndBlock(SubmissionIdentity identity) {
    writer.block(table, identity, clock.instant()).ifPresent(this::erase);
  }

  /** Quarantined leads expire sooner. */
  private Map<String, AttributeValue> item(Lead lead) {
    return (lead.state() == LeadState.QUARANTINED ? quarantined : items).write(lead);
  }

  private Put consentOf(Map<String, AttributeValue> lead) {
    Map<String, AttributeValue> record =
        ConsentItem.record(
            ConsentItem.LEAD,
            lead,
            Items.required(lead, "consentVersion"),
            Items.map(lead, "consent"));
    long expiry = Items.optionalNumber(lead, "expiresAt").orElseThrow();
    record.put("expiresAt", Items.number(expiry + consentKeptLonger.toSeconds()));
    return Put.builder().tableName(consents).item(record).build();
  }

  private static Stream<String> shards(String partition) {
    return IntStream.range(0, LeadItem.SHARDS).mapToObj(shard -> partition + '#' + shard);
  }

  private Stream<Map<String, AttributeValue>> query(
      String index, String attribute, String value, int limit) {
    return Items.call(
        () ->
            client
                .queryPaginator(
                    request ->
                        request
                            .tableName(table)
                            .indexName(index)
                            .keyConditionExpression("#key = :value")
                            .expressionAttributeNames(Map.of("#key", attribute))
                            .expressionAttributeValues(Map.of(":value", Items.text(value)))
                            .scanIndexForward(false)
                            .limit(Math.min(limit, PAGE)))
                .items()
                .stream()
                .limit(limit)
                .toList()
                .stream());
  }

  /** The identities of submissions share the table. */
  private boolean isLiveLead(Map<String, AttributeValue> item) {
    return item.containsKey("receivedAt") && Items.isLive(item, clock.instant());
  }
}
