package com.avonsolutions.staff;

import com.avonsolutions.aws.dynamodb.ConsentItem;
import com.avonsolutions.aws.dynamodb.Items;
import com.avonsolutions.domain.consent.ShownWords;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads the records of consent, and keeps the words of forms on other sites. Functions write
 * records and read none, so this is no store of theirs.
 */
record ConsentRecords(DynamoDbClient client, String table, Clock clock) {
  private static final String WORDS = "words";

  /** The records of a lead or testimonial, oldest first. */
  List<ConsentRecord> of(String id) {
    return Stream.of(ConsentItem.LEAD, ConsentItem.TESTIMONIAL)
        .flatMap(kind -> query(kind + id))
        .toList();
  }

  private Stream<ConsentRecord> query(String subject) {
    return Items.call(
        () ->
            client
                .queryPaginator(
                    request ->
                        request
                            .tableName(table)
                            .keyConditionExpression("subject = :subject")
                            .expressionAttributeValues(Map.of(":subject", Items.text(subject)))
                            .consistentRead(true))
                .items()
                .stream()
                .filter(item -> Items.isLive(item, clock.instant()))
                .map(ConsentRecords::read)
                .toList()
                .stream());
  }

  private static ConsentRecord read(Map<String, AttributeValue> item) {
    return new ConsentRecord(
        Items.required(item, "subject"),
        Items.required(item, "event"),
        ConsentItem.read(Items.required(item, "version"), item),
        Instant.parse(Items.required(item, "at")),
        Items.required(item, "source"),
        Items.optional(item, "form"),
        Items.optional(item, "page"),
        Items.optional(item, "providerId"));
  }

  /** The exact words with this hash, if they are kept here. */
  Optional<String> words(String hash) {
    Map<String, AttributeValue> key =
        Map.of("subject", Items.text(subject(hash)), "event", Items.text(WORDS));
    return Items.optional(
        Items.call(
                () ->
                    client.getItem(
                        request -> request.tableName(table).key(key).consistentRead(true)))
            .item(),
        "text");
  }

  /**
   * Keeps the words that a form shows. The same words again change nothing.
   *
   * @param shown names them, with their hash
   * @param text in {@linkplain com.avonsolutions.build.WordsHash#canonical canonical form}
   */
  void keep(ShownWords shown, String text) {
    Map<String, AttributeValue> item =
        new Items.Builder()
            .put("subject", subject(shown.hash().orElseThrow()))
            .put("event", WORDS)
            .put("version", shown.version())
            .put("language", shown.language())
            .put("text", text)
            .put("firstSeen", clock.instant().toString())
            .build();
    Items.write(
        () ->
            client.putItem(
                request ->
                    request
                        .tableName(table)
                        .item(item)
                        .conditionExpression("attribute_not_exists(subject)")));
  }

  /** With the digits of the hash, without the name of its algorithm. */
  private static String subject(String hash) {
    return WORDS + '#' + hash.substring(hash.indexOf(':') + 1);
  }
}
