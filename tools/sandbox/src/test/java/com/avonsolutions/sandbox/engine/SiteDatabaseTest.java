package com.avonsolutions.sandbox.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.avonsolutions.sandbox.template.SamTemplate;
import com.avonsolutions.sandbox.template.TemplateException;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class SiteDatabaseTest {

  @RegisterExtension static final SiteDatabase database = new SiteDatabase();

  @RepeatedTest(2)
  void table_shouldBeEmpty_whenTestStarts() {
    assertThat(database.client().scan(r -> r.tableName("FaqsTable")).items()).isEmpty();
    database
        .client()
        .putItem(
            r -> r.tableName("FaqsTable").item(Map.of("slug", AttributeValue.fromS("pricing"))));
    assertThat(database.client().scan(r -> r.tableName("FaqsTable")).items()).hasSize(1);
  }

  @Test
  void environmentOf_shouldContainTheEndpoint() {
    assertThat(database.environmentOf("ContactFunction"))
        .containsEntry("LEADS_TABLE", "LeadsTable")
        .containsEntry("DYNAMODB_ENDPOINT", database.endpoint().toString())
        .containsEntry("AWS_REGION", "us-east-1")
        .containsKeys("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "SITE_URL")
        .doesNotContainKey("FAQS_TABLE");
  }

  @Test
  void environmentOf_shouldUseTheGivenParameters() {
    assertThat(
            database.environmentOf(
                "ContactFunction", Map.of("AllowedOrigins", "https://a.example")))
        .containsEntry("ALLOWED_ORIGINS", "https://a.example");
  }

  @Test
  void environmentOf_shouldFail_whenParameterIsUnknown() {
    assertThatThrownBy(() -> database.environmentOf("ContactFunction", Map.of("Typo", "x")))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("no parameter Typo");
  }

  @ExtendWith(SiteDatabase.class)
  @Nested
  class AsParameter {

    @Test
    void parameter_shouldShareTheEngine_whenResolved(SiteDatabase other) {
      assertThat(other.client().listTables().tableNames())
          .containsExactlyInAnyOrderElementsOf(SamTemplate.ofProject().tables().keySet());
    }
  }
}
