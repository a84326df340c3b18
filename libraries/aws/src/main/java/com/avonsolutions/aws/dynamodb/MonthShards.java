package com.avonsolutions.aws.dynamodb;

import com.avonsolutions.domain.India;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * Items that are read by the month in which they were written. Their partition key {@code
 * monthShard} spreads a month over four partitions, so that none of them gets all writes.
 */
public final class MonthShards {
  private static final int SHARDS = 4;

  private MonthShards() {}

  /**
   * The partition key of a new item; months are in India's time zone.
   *
   * @param spread decides the shard, e.g. the item's sort key
   */
  public static AttributeValue key(Instant now, String spread) {
    int shard = Math.floorMod(spread.hashCode(), SHARDS);
    return key(YearMonth.from(India.dayOf(now)), shard);
  }

  private static AttributeValue key(YearMonth month, int shard) {
    return Items.text(month + "#" + shard);
  }

  /** All items of a month that have not expired. */
  public static Stream<Map<String, AttributeValue>> items(
      DynamoDbClient client, String table, YearMonth month, Instant now) {
    return ofEachShard(
        month, shard -> client.queryPaginator(live(table, shard, now).build()).items().stream());
  }

  /**
   * The items with the highest sort keys in an index by {@code monthShard}.
   *
   * @param limit items per shard
   */
  public static Stream<Map<String, AttributeValue>> top(
      DynamoDbClient client, String table, String index, int limit, YearMonth month, Instant now) {
    return ofEachShard(
        month,
        shard ->
            client
                .query(
                    live(table, shard, now)
                        .indexName(index)
                        .scanIndexForward(false)
                        .limit(limit)
                        .build())
                .items()
                .stream());
  }

  private static Stream<Map<String, AttributeValue>> ofEachShard(
      YearMonth month, Function<AttributeValue, Stream<Map<String, AttributeValue>>> items) {
    return IntStream.range(0, SHARDS)
        .mapToObj(shard -> key(month, shard))
        .flatMap(shard -> Items.call(() -> items.apply(shard).toList()).stream());
  }

  private static QueryRequest.Builder live(String table, AttributeValue shard, Instant now) {
    return QueryRequest.builder()
        .tableName(table)
        .keyConditionExpression("monthShard = :shard")
        .filterExpression("expiresAt > :now")
        .expressionAttributeValues(Map.of(":shard", shard, ":now", Items.epochSeconds(now)));
  }
}
