package com.avonsolutions.local.overview;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.sandbox.engine.EmbeddedDynamoDb;
import com.avonsolutions.sandbox.engine.Tables;
import com.avonsolutions.sandbox.template.SamTemplate.KeyElement;
import com.avonsolutions.sandbox.template.SamTemplate.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class TableContentsTest {

  private static final Table NOTES =
      new Table(
          "Notes",
          Map.of("id", "S"),
          List.of(new KeyElement("id", "HASH")),
          List.of(),
          Optional.of("expiresAt"),
          Optional.empty());

  @Test
  void read_shouldShowTheTenNewest_whenThereAreMore() {
    try (EmbeddedDynamoDb database = EmbeddedDynamoDb.inMemory()) {
      DynamoDbClient client = database.client();
      new Tables(client, List.of(NOTES)).create();
      // Ids and expiry fall as createdAt rises, so that only createdAt can explain the order.
      IntStream.range(0, 12)
          .forEach(
              n ->
                  put(client, Integer.toString(90 - n), "2026-01-15T10:%02d:00Z".formatted(n), -n));

      TableContents contents = TableContents.read(client, NOTES);

      assertThat(contents.count()).isEqualTo(12);
      assertThat(contents.columns()).containsExactly("id", "createdAt", "expiresAt", "extra");
      assertThat(contents.rows())
          .extracting(row -> row.get("id"))
          .containsExactly("79", "80", "81", "82", "83", "84", "85", "86", "87", "88");
      assertThat(contents.rows().get(0))
          .containsEntry("expiresAt", "2100-01-01T00:00:00Z")
          .containsEntry("extra", "{a: 1, b: [true, null, 3 bytes]}");
    }
  }

  private static void put(DynamoDbClient client, String id, String createdAt, int shift) {
    client.putItem(
        r ->
            r.tableName("Notes")
                .item(
                    Map.of(
                        "id",
                        AttributeValue.fromS(id),
                        "createdAt",
                        AttributeValue.fromS(createdAt),
                        "expiresAt",
                        AttributeValue.fromN(Long.toString(4_102_444_800L + 11 + shift)),
                        "extra",
                        AttributeValue.fromM(
                            Map.of(
                                "a",
                                AttributeValue.fromN("1"),
                                "b",
                                AttributeValue.fromL(
                                    List.of(
                                        AttributeValue.fromBool(true),
                                        AttributeValue.fromNul(true),
                                        AttributeValue.fromB(SdkBytes.fromUtf8String("abc")))))))));
  }
}
