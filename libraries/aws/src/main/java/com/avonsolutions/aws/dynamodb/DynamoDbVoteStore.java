package com.avonsolutions.aws.dynamodb;

import com.avonsolutions.domain.vote.Vote;
import com.avonsolutions.domain.vote.VoteCount;
import com.avonsolutions.domain.vote.VoteStore;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Votes in DynamoDB, one item each and counted on reading: a vote is a single put, which can be
 * retried and changed without miscounting.
 */
@Singleton
@Requires(property = "votes.table")
final class DynamoDbVoteStore implements VoteStore {
  private static final Duration RETENTION = Duration.ofDays(180);

  private final DynamoDbClient client;
  private final String table;
  private final Clock clock;

  DynamoDbVoteStore(DynamoDbClient client, @Value("${votes.table}") String table, Clock clock) {
    this.client = client;
    this.table = table;
    this.clock = clock;
  }

  @Override
  public void put(Vote vote) {
    Instant now = clock.instant();
    Map<String, AttributeValue> item =
        new Items.Builder()
            .put("monthShard", MonthShards.key(now, vote.voter()))
            .put("voter", vote.voter())
            .put("slug", vote.slug())
            .put("question", vote.question())
            .put("helpful", AttributeValue.fromBool(vote.helpful()))
            .put("expiresAt", Items.epochSeconds(now.plus(RETENTION)))
            .build();
    Items.call(() -> client.putItem(request -> request.tableName(table).item(item)));
  }

  @Override
  public List<VoteCount> counts(YearMonth month) {
    Map<List<String>, Map<Boolean, Long>> votes =
        MonthShards.items(client, table, month, clock.instant())
            .collect(
                Collectors.groupingBy(
                    item -> List.of(Items.required(item, "slug"), Items.required(item, "question")),
                    Collectors.groupingBy(
                        item -> Items.flag(item, "helpful"), Collectors.counting())));
    return votes.entrySet().stream()
        .map(
            counted ->
                new VoteCount(
                    counted.getKey().get(0),
                    counted.getKey().get(1),
                    counted.getValue().getOrDefault(true, 0L).intValue(),
                    counted.getValue().getOrDefault(false, 0L).intValue()))
        .sorted(
            Comparator.comparingInt(VoteCount::no)
                .reversed()
                .thenComparing(VoteCount::slug)
                .thenComparing(VoteCount::question))
        .toList();
  }
}
