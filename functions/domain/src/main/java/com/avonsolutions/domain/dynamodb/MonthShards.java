package com.avonsolutions.domain.dynamodb;

import com.avonsolutions.domain.India;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

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
    return keys(month).flatMap(shard -> live(client, table, shard, now).stream());
  }

  /** The partition keys of a month. */
  public static Stream<AttributeValue> keys(YearMonth month) {
    return IntStream.range(0, SHARDS).mapToObj(shard -> key(month, shard));
  }

  private static List<Map<String, AttributeValue>> live(
      DynamoDbClient client, String table, AttributeValue shard, Instant now) {
    return Items.call(
        () ->
            client
                .queryPaginator(
                    request ->
                        request
                            .tableName(table)
                            .keyConditionExpression("monthShard = :shard")
                            .filterExpression("expiresAt > :now")
                            .expressionAttributeValues(
                                Map.of(":shard", shard, ":now", Items.epochSeconds(now))))
                .items()
                .stream()
                .toList());
  }
}
