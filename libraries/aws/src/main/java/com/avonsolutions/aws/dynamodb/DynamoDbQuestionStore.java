package com.avonsolutions.aws.dynamodb;

import com.avonsolutions.domain.question.QuestionStore;
import com.avonsolutions.domain.question.UnansweredQuestion;
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
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Unanswered questions in DynamoDB: an item per month and question, spread over shards. The index
 * {@code byCount} limits what a list reads, even after a flood of made-up questions.
 */
@Singleton
@Requires(property = "questions.table")
final class DynamoDbQuestionStore implements QuestionStore {
  private static final Duration RETENTION = Duration.ofDays(180);

  /** Four shards: 800 a month, as many as staff can review. */
  private static final int MAX_PER_SHARD = 200;

  private final DynamoDbClient client;
  private final String table;
  private final Clock clock;

  DynamoDbQuestionStore(
      DynamoDbClient client, @Value("${questions.table}") String table, Clock clock) {
    this.client = client;
    this.table = table;
    this.clock = clock;
  }

  @Override
  public void countUnanswered(String question, boolean offered) {
    Instant now = clock.instant();
    Items.call(
        () ->
            client.updateItem(
                request ->
                    request
                        .tableName(table)
                        .key(
                            Map.of(
                                "monthShard", MonthShards.key(now, question),
                                "question", Items.text(question)))
                        .updateExpression(
                            "SET expiresAt = :expiry ADD #count :one, offered :offered")
                        .expressionAttributeNames(Map.of("#count", "count"))
                        .expressionAttributeValues(
                            Map.of(
                                ":one", Items.number(1),
                                ":offered", Items.number(offered ? 1 : 0),
                                ":expiry", Items.epochSeconds(now.plus(RETENTION))))));
  }

  @Override
  public List<UnansweredQuestion> unanswered(YearMonth month) {
    return MonthShards.top(client, table, "byCount", MAX_PER_SHARD, month, clock.instant())
        .map(
            item ->
                new UnansweredQuestion(
                    Items.required(item, "question"),
                    Items.optionalNumber(item, "count").orElse(0L).intValue(),
                    Items.optionalNumber(item, "offered").orElse(0L).intValue()))
        .sorted(Comparator.comparingInt(UnansweredQuestion::count).reversed())
        .toList();
  }
}
