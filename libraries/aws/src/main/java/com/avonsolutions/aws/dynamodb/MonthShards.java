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
 * Items that are read by the month in which they were written: their partition key {@code
 * monthShard} spreads each month over four partitions, so that no single one takes all writes.
 */
public final class MonthShards {
  private static final int SHARDS = 4;

  private MonthShards() {}

  /**
   * The partition key of an item of this month in India.
   *
   * @param spread tells items apart, e.g. their sort key
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
   * Those of them that come last in an index by {@code monthShard}, whatever else the month has.
   *
   * @param most of each shard
   */
  public static Stream<Map<String, AttributeValue>> last(
      DynamoDbClient client, String table, String index, int most, YearMonth month, Instant now) {
    return ofEachShard(
        month,
        shard ->
            client
                .query(
                    live(table, shard, now)
                        .indexName(index)
                        .scanIndexForward(false)
                        .limit(most)
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
