package com.avonsolutions.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.avonsolutions.aws.Stores;
import com.avonsolutions.domain.StoreUnavailableException;
import com.avonsolutions.domain.faq.FaqEntry;
import com.avonsolutions.domain.faq.FaqStore;
import com.avonsolutions.domain.faq.LoadOutcome;
import com.avonsolutions.domain.faq.StarterFaq;
import com.avonsolutions.sandbox.engine.FaultyDynamoDb;
import com.avonsolutions.sandbox.engine.FaultyDynamoDb.Fault;
import com.avonsolutions.sandbox.engine.SiteDatabase;
import com.avonsolutions.text.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoDbFaqStoreTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  private final Stores stores = Stores.of(DATABASE, "FaqFunction");
  private final FaqStore faqs = stores.get(FaqStore.class);

  @AfterEach
  void close() {
    stores.close();
  }

  @Test
  void load_shouldWriteAndIncrementTheVersion_whenTheEntryIsNew() {
    StarterFaq full =
        starter(
            new FaqEntry(
                "price",
                "What does it cost?",
                Optional.of("कितना खर्च आता है?"),
                "Money",
                10,
                true,
                List.of("price", "fees"),
                "<p>It depends.</p>"));

    assertThat(faqs.version()).isZero();
    assertThat(faqs.load(full)).isEqualTo(LoadOutcome.WRITTEN);

    assertThat(faqs.published())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("updatedAt")
        .containsExactly(full.entry());
    assertThat(faqs.version()).isEqualTo(1);
  }

  @Test
  void load_shouldRecordTheTime_whenTheContentIsNewOrChanged() {
    Instant first = stores.clock().instant();
    faqs.load(starter(entry("price", 1, "old")));
    stores.clock().pass(Duration.ofDays(1));
    faqs.load(starter(entry("price", 1, "old")));
    assertThat(faqs.published())
        .extracting(FaqEntry::updatedAt)
        .containsExactly(Optional.of(first));

    faqs.load(starter(entry("price", 1, "new")));
    assertThat(faqs.published())
        .extracting(FaqEntry::updatedAt)
        .containsExactly(Optional.of(first.plus(Duration.ofDays(1))));
  }

  @Test
  void load_shouldChangeNothing_whenTheEntryIsTheSame() {
    faqs.load(starter(entry("price", 1, "old")));

    assertThat(faqs.load(starter(entry("price", 1, "old")))).isEqualTo(LoadOutcome.UNCHANGED);

    assertThat(faqs.version()).isEqualTo(1);
  }

  @Test
  void load_shouldOverwriteAndIncrementTheVersion_whenTheFileChanged() {
    faqs.load(starter(entry("price", 1, "old")));

    assertThat(faqs.load(starter(entry("price", 1, "new")))).isEqualTo(LoadOutcome.WRITTEN);

    assertThat(faqs.published()).extracting(FaqEntry::answerHtml).containsExactly("new");
    assertThat(faqs.version()).isEqualTo(2);
  }

  @Test
  void load_shouldKeepWhatStaffWrote_whenTheyEditedTheEntry() {
    faqs.load(starter(entry("price", 1, "old")));
    edit("SET origin = :value", AttributeValue.fromS("STAFF"));
    edit("SET answerHtml = :value", AttributeValue.fromS("theirs"));

    assertThat(faqs.load(starter(entry("price", 1, "new")))).isEqualTo(LoadOutcome.KEPT);
    assertThat(faqs.load(starter(entry("price", 1, "old")))).isEqualTo(LoadOutcome.KEPT);

    assertThat(faqs.published()).extracting(FaqEntry::answerHtml).containsExactly("theirs");
    assertThat(faqs.version()).isEqualTo(1);
  }

  @Test
  void load_shouldKeepTheEntry_whenItHasNoOrigin() {
    DATABASE
        .client()
        .putItem(r -> r.tableName("FaqsTable").item(Map.of("slug", AttributeValue.fromS("price"))));

    assertThat(faqs.load(starter(entry("price", 1, "new")))).isEqualTo(LoadOutcome.KEPT);

    assertThat(faqs.version()).isZero();
  }

  @Test
  void published_shouldListByOrderThenSlugAndOnlyPublishedEntries() {
    faqs.load(starter(entry("b", 2, "x")));
    faqs.load(starter(entry("a", 2, "x")));
    faqs.load(starter(entry("z", 1, "x")));
    faqs.load(starter(entry("price", 0, "x")));
    edit("SET #state = :value", AttributeValue.fromS("DRAFT"));

    assertThat(faqs.published()).extracting(FaqEntry::slug).containsExactly("z", "a", "b");
  }

  @Test
  void published_shouldSkipOneEntry_whenItIsInvalid() {
    faqs.load(starter(entry("a", 1, "x")));
    faqs.load(starter(entry("price", 2, "x")));
    edit("SET updatedAt = :value", AttributeValue.fromS("yesterday"));
    assertThat(faqs.published()).extracting(FaqEntry::slug).containsExactly("a");

    edit("REMOVE updatedAt SET category = :value", AttributeValue.fromS("Money"));
    assertThat(faqs.published()).extracting(FaqEntry::slug).containsExactly("a", "price");
  }

  @Test
  void published_shouldListAll_whenTheyFillSeveralPages() {
    String long100kB = "x".repeat(100_000);
    for (int i = 0; i < 15; i++) {
      faqs.load(starter(entry("e" + i, i, long100kB + i)));
    }

    assertThat(faqs.published()).extracting(FaqEntry::order).hasSize(15).isSorted();
  }

  @Test
  void everything_shouldFail_whenTheStoreIsDown() {
    try (FaultyDynamoDb faulty = new FaultyDynamoDb(DATABASE.endpoint());
        Stores down = Stores.of(DATABASE, "FaqFunction", faulty.endpoint())) {
      FaqStore store = down.get(FaqStore.class);
      for (Fault fault : List.of(Fault.SERVER_ERROR, Fault.CONFLICT)) {
        faulty.always(fault);

        assertThatThrownBy(store::published).isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(store::version).isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() -> store.load(starter(entry("a", 1, "x"))))
            .isInstanceOf(StoreUnavailableException.class);
      }
    }
    assertThat(faqs.published()).isEmpty();
  }

  private static void edit(String expression, AttributeValue value) {
    DATABASE
        .client()
        .updateItem(
            r -> {
              r.tableName("FaqsTable")
                  .key(Map.of("slug", AttributeValue.fromS("price")))
                  .updateExpression(expression)
                  .expressionAttributeValues(Map.of(":value", value));
              if (expression.contains("#state")) {
                r.expressionAttributeNames(Map.of("#state", "state"));
              }
            });
  }

  private static FaqEntry entry(String slug, int order, String answer) {
    return new FaqEntry(
        slug, slug + "?", Optional.empty(), "Money", order, false, List.of(), answer);
  }

  private static StarterFaq starter(FaqEntry entry) {
    return new StarterFaq(entry, "markdown", Sha256.hex(entry.toString()));
  }
}
