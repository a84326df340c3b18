package com.avonsolutions.deliveries.aws;

import com.avonsolutions.aws.dynamodb.Items;
import com.avonsolutions.deliveries.Channel;
import com.avonsolutions.deliveries.ChannelKind;
import com.avonsolutions.deliveries.ChannelStore;
import com.avonsolutions.deliveries.NoticeEvent;
import com.avonsolutions.deliveries.QuietHours;
import com.avonsolutions.domain.consent.Purpose;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** Channels in DynamoDB, all in one partition, so that one query reads them all. */
@Singleton
@Requires(property = "channels.table")
final class DynamoDbChannelStore implements ChannelStore {
  private static final String PARTITION = "channel";

  private final DynamoDbClient client;
  private final String table;

  DynamoDbChannelStore(DynamoDbClient client, @Value("${channels.table}") String table) {
    this.client = client;
    this.table = table;
  }

  @Override
  public List<Channel> all() {
    return Items.call(
        () ->
            client
                .queryPaginator(
                    request ->
                        request
                            .tableName(table)
                            .keyConditionExpression("#partition = :channel")
                            .expressionAttributeNames(Map.of("#partition", "partition"))
                            .expressionAttributeValues(Map.of(":channel", Items.text(PARTITION))))
                .items()
                .stream()
                .map(DynamoDbChannelStore::read)
                .toList());
  }

  @Override
  public boolean load(Channel channel) {
    Map<String, AttributeValue> item = write(channel);
    return !Items.call(
            () ->
                client.putItem(
                    request ->
                        request.tableName(table).item(item).returnValues(ReturnValue.ALL_OLD)))
        .attributes()
        .equals(item);
  }

  @Override
  public boolean remove(String name) {
    return Items.call(
            () ->
                client.deleteItem(
                    request ->
                        request
                            .tableName(table)
                            .key(
                                Map.of(
                                    "partition", Items.text(PARTITION), "name", Items.text(name)))
                            .returnValues(ReturnValue.ALL_OLD)))
        .hasAttributes();
  }

  private static Map<String, AttributeValue> write(Channel channel) {
    return new Items.Builder()
        .put("partition", PARTITION)
        .put("name", channel.name())
        .put("kind", channel.kind().code())
        .put("to", texts(channel.to()))
        .put("url", channel.url())
        .put("secret", channel.secret())
        .put("events", sorted(channel.events().stream().map(NoticeEvent::code).toList()))
        .put("sources", sorted(channel.sources()))
        .put("forms", sorted(channel.forms()))
        .put("fields", sorted(channel.fields()))
        .put("purpose", channel.purpose().map(Purpose::code))
        .put("quiet", channel.quiet().map(QuietHours::text))
        .put("released", AttributeValue.fromBool(channel.released()))
        .put("details", AttributeValue.fromBool(channel.details()))
        .build();
  }

  /** Equal channels give equal items. */
  private static AttributeValue sorted(Collection<String> texts) {
    return texts(texts.stream().sorted().toList());
  }

  private static AttributeValue texts(List<String> texts) {
    return AttributeValue.fromL(texts.stream().map(Items::text).toList());
  }

  private static Channel read(Map<String, AttributeValue> item) {
    return new Channel(
        Items.required(item, "name"),
        ChannelKind.of(Items.required(item, "kind")).orElseThrow(),
        Items.texts(item, "to"),
        Items.optional(item, "url"),
        Items.optional(item, "secret"),
        Items.texts(item, "events").stream()
            .flatMap(code -> NoticeEvent.of(code).stream())
            .collect(Collectors.toUnmodifiableSet()),
        Set.copyOf(Items.texts(item, "sources")),
        Set.copyOf(Items.texts(item, "forms")),
        Set.copyOf(Items.texts(item, "fields")),
        Items.optional(item, "purpose").map(Purpose::of),
        Items.optional(item, "quiet").map(QuietHours::parse),
        Items.flag(item, "released"),
        Items.flag(item, "details"));
  }
}
