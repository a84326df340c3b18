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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndexDescription;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

class TablesTest {

  @RegisterExtension static final SiteDatabase database = new SiteDatabase();

  @Test
  void create_shouldCreateKeysIndexesStreamAndExpiry_whenTableIsNew() {
    new Tables(database.client(), SamTemplate.ofProject().tables().values()).create();
    TableDescription leads =
        database.client().describeTable(r -> r.tableName("LeadsTable")).table();

    assertThat(leads.globalSecondaryIndexes())
        .extracting(GlobalSecondaryIndexDescription::indexName)
        .containsExactlyInAnyOrder("byDay", "byState", "byEmail", "byPhone");
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

  private static Table notes(String key) {
    return new Table(
        "Notes",
        Map.of(key, "S"),
        List.of(new KeyElement(key, "HASH")),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }
}
