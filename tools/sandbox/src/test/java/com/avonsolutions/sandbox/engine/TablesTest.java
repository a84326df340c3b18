package com.avonsolutions.sandbox.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.avonsolutions.sandbox.engine.Tables.ChangedTableException;
import com.avonsolutions.sandbox.template.SamTemplate;
import com.avonsolutions.sandbox.template.SamTemplate.KeyElement;
import com.avonsolutions.sandbox.template.SamTemplate.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

class TablesTest {

  @RegisterExtension static final SiteDatabase database = new SiteDatabase();

  @Test
  void create_shouldCreateKeysIndexesStreamAndExpiry_whenTableIsNew() {
    new Tables(database.client(), SamTemplate.ofProject().tables().values()).create();
    TableDescription leads =
        database.client().describeTable(r -> r.tableName("LeadsTable")).table();

    assertThat(leads.globalSecondaryIndexes())
        .extracting(GlobalSecondaryIndexDescription::indexName)
        .containsExactlyInAnyOrder("byDay", "byState", "byEmail", "byPhone", "byOtherPhone");
    assertThat(leads.streamSpecification().streamViewTypeAsString())
        .isEqualTo("NEW_AND_OLD_IMAGES");
    assertThat(
            database
                .client()
                .describeTimeToLive(r -> r.tableName("LeadsTable"))
                .timeToLiveDescription()
                .attributeName())
        .isEqualTo("expiresAt");
  }

  @Test
  void create_shouldKeepData_whenTableExists() {
    Tables tables = new Tables(database.client(), List.of(notes("id")));
    tables.create();
    database
        .client()
        .putItem(r -> r.tableName("Notes").item(Map.of("id", AttributeValue.fromS("a"))));

    tables.create();

    assertThat(database.client().scan(r -> r.tableName("Notes")).items()).hasSize(1);
  }

  @Test
  void create_shouldNameTheTable_whenItsKeysChanged() {
    new Tables(database.client(), List.of(notes("id"))).create();
    Tables changed = new Tables(database.client(), List.of(notes("slug")));

    assertThatThrownBy(changed::create)
        .isInstanceOf(ChangedTableException.class)
        .hasMessage("Table Notes was made with other keys than template.yaml has now");
  }

  @Test
  void remake_shouldEmptyTheNamedTablesOnly() {
    Tables tables = new Tables(database.client(), List.of(notes("id"), table("Full", "id")));
    tables.create();
    for (String name : List.of("Notes", "Full")) {
      database
          .client()
          .putItem(r -> r.tableName(name).item(Map.of("id", AttributeValue.fromS("a"))));
    }

    tables.remake(Set.of("Full"));

    assertThat(database.client().scan(r -> r.tableName("Notes")).items()).hasSize(1);
    assertThat(database.client().scan(r -> r.tableName("Full")).items()).isEmpty();
  }

  @Test
  void empty_shouldMakeATableAnew_whenItsKeysOrExpiryDiffer() {
    Table expiring =
        new Table(
            "Expiring",
            Map.of("id", "S"),
            List.of(new KeyElement("id", "HASH")),
            List.of(),
            Optional.of("expiresAt"),
            Optional.empty());
    new Tables(database.client(), List.of(notes("id"), expiring)).create();

    new Tables(database.client(), List.of(notes("slug"), expiring.withoutTimeToLive())).empty();

    assertThat(database.client().describeTable(r -> r.tableName("Notes")).table().keySchema())
        .extracting(KeySchemaElement::attributeName)
        .containsExactly("slug");
    assertThat(
            database
                .client()
                .describeTimeToLive(r -> r.tableName("Expiring"))
                .timeToLiveDescription()
                .timeToLiveStatus())
        .isEqualTo(TimeToLiveStatus.DISABLED);
  }

  private static Table notes(String key) {
    return table("Notes", key);
  }

  private static Table table(String name, String key) {
    return new Table(
        name,
        Map.of(key, "S"),
        List.of(new KeyElement(key, "HASH")),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }
}
