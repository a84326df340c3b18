package com.avonsolutions.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.avonsolutions.aws.Stores;
import com.avonsolutions.domain.StoreUnavailableException;
import com.avonsolutions.domain.consent.ShownWords;
import com.avonsolutions.domain.form.Form;
import com.avonsolutions.domain.form.FormStore;
import com.avonsolutions.domain.form.Forms;
import com.avonsolutions.domain.lead.Service;
import com.avonsolutions.sandbox.engine.FaultyDynamoDb;
import com.avonsolutions.sandbox.engine.FaultyDynamoDb.Fault;
import com.avonsolutions.sandbox.engine.SiteDatabase;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDbFormStoreTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  private final FaultyDynamoDb dynamoDb = new FaultyDynamoDb(DATABASE.endpoint());
  private final Stores stores = Stores.of(DATABASE, "ContactFunction", dynamoDb.endpoint());
  private final FormStore store = stores.get(FormStore.class);
  private final Forms forms = stores.get(Forms.class);

  @AfterEach
  void close() {
    stores.close();
    dynamoDb.close();
  }

  @Test
  void all_shouldReturnEqualForms_withAllFieldsOrTheMinimum() {
    Form whole =
        new Form(
            "diwali",
            "Diwali offer",
            Set.of("https://b.example.com", "https://a.example.com"),
            Set.of("a.example.com"),
            Optional.of("https://a.example.com/thanks"),
            Optional.of(Service.ADS),
            true,
            new ShownWords("2026-11", Optional.of("hi"), Optional.of("sha256:0a")),
            Optional.of("/avon/forms/diwali"),
            Optional.of("desk@example.com"));

    assertThat(store.load(whole)).isTrue();
    assertThat(store.load(form("least", "1"))).isTrue();

    assertThat(store.all()).containsExactly(whole, form("least", "1"));
    assertThat(store.load(whole)).isFalse();
  }

  @Test
  void find_shouldSeeAChange_whenTheCachedFormsAreStale() {
    store.load(form("a", "1"));
    assertThat(forms.find("a")).map(form -> form.words().version()).contains("1");

    store.load(form("a", "2"));
    stores.clock().pass(Forms.FRESH.minusSeconds(1));
    assertThat(forms.find("a")).map(form -> form.words().version()).contains("1");
    stores.clock().pass(Duration.ofSeconds(1));
    assertThat(forms.find("a")).map(form -> form.words().version()).contains("2");
  }

  @Test
  void find_shouldNotReadTheStore_whenTheNameIsMadeUp() {
    store.load(form("a", "1"));
    forms.find("a");

    dynamoDb.always(Fault.SERVER_ERROR);

    assertThat(forms.find("made-up")).isEmpty();
  }

  @Test
  void find_shouldUseTheStaleForms_whenTheStoreIsDown() {
    store.load(form("a", "1"));
    forms.find("a");
    stores.clock().pass(Forms.FRESH);

    dynamoDb.always(Fault.SERVER_ERROR);

    assertThat(forms.find("a")).isPresent();
  }

  @Test
  void find_shouldFail_whenTheFormsWereNeverRead() {
    dynamoDb.always(Fault.SERVER_ERROR);

    assertThatThrownBy(() -> forms.find("a")).isInstanceOf(StoreUnavailableException.class);
  }

  private static Form form(String name, String consentVersion) {
    return new Form(
        name,
        "A form",
        Set.of(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        false,
        ShownWords.named(consentVersion),
        Optional.empty(),
        Optional.empty());
  }
}
