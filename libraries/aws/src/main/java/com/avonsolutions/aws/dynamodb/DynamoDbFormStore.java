package com.avonsolutions.aws.dynamodb;

import com.avonsolutions.domain.consent.ShownWords;
import com.avonsolutions.domain.form.Form;
import com.avonsolutions.domain.form.FormStore;
import com.avonsolutions.domain.lead.Service;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/** Forms in DynamoDB, all in one partition, so that one query reads them all. */
@Singleton
@Requires(property = "forms.table")
final class DynamoDbFormStore implements FormStore {
  private static final String KIND = "form";

  private final DynamoDbClient client;
  private final String table;

  DynamoDbFormStore(DynamoDbClient client, @Value("${forms.table}") String table) {
    this.client = client;
    this.table = table;
  }

  @Override
  public List<Form> all() {
    return Items.call(
        () ->
            client
                .queryPaginator(
                    request ->
                        request
                            .tableName(table)
                            .keyConditionExpression("kind = :kind")
                            .expressionAttributeValues(Map.of(":kind", Items.text(KIND))))
                .items()
                .stream()
                .map(DynamoDbFormStore::read)
                .toList());
  }

  @Override
  public boolean load(Form form) {
    Map<String, AttributeValue> item = write(form);
    return !Items.call(
            () ->
                client.putItem(
                    request ->
                        request.tableName(table).item(item).returnValues(ReturnValue.ALL_OLD)))
        .attributes()
        .equals(item);
  }

  private static Map<String, AttributeValue> write(Form form) {
    return new Items.Builder()
        .put("kind", KIND)
        .put("name", form.name())
        .put("title", form.title())
        .put("origins", texts(form.origins()))
        .put("redirectHosts", texts(form.redirectHosts()))
        .put("thanks", form.thanks())
        .put("service", form.service().map(Service::code))
        .put("consentRequired", AttributeValue.fromBool(form.consentRequired()))
        .put("consentVersion", form.words().version())
        .put("language", form.words().language())
        .put("wordsHash", form.words().hash())
        .put("secret", form.secret())
        .put("notice", form.notice())
        .build();
  }

  /** Sorted, so that equal forms give equal items. */
  private static AttributeValue texts(Set<String> texts) {
    return AttributeValue.fromL(texts.stream().sorted().map(Items::text).toList());
  }

  private static Form read(Map<String, AttributeValue> item) {
    return new Form(
        Items.required(item, "name"),
        Items.required(item, "title"),
        Set.copyOf(Items.texts(item, "origins")),
        Set.copyOf(Items.texts(item, "redirectHosts")),
        Items.optional(item, "thanks"),
        Items.optional(item, "service").flatMap(Service::of),
        Items.flag(item, "consentRequired"),
        new ShownWords(
            Items.required(item, "consentVersion"),
            Items.optional(item, "language"),
            Items.optional(item, "wordsHash")),
        Items.optional(item, "secret"),
        Items.optional(item, "notice"));
  }
}
