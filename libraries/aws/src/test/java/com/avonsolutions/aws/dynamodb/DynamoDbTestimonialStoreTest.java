package com.avonsolutions.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.avonsolutions.aws.Stores;
import com.avonsolutions.domain.IdGenerator;
import com.avonsolutions.domain.StoreUnavailableException;
import com.avonsolutions.domain.consent.Consent;
import com.avonsolutions.domain.consent.ConsentMethod;
import com.avonsolutions.domain.consent.Purpose;
import com.avonsolutions.domain.consent.ShownWords;
import com.avonsolutions.domain.submission.Receipt;
import com.avonsolutions.domain.submission.SubmissionIdentity;
import com.avonsolutions.domain.testimonial.Testimonial;
import com.avonsolutions.domain.testimonial.TestimonialState;
import com.avonsolutions.domain.testimonial.TestimonialStore;
import com.avonsolutions.sandbox.engine.FaultyDynamoDb;
import com.avonsolutions.sandbox.engine.FaultyDynamoDb.Fault;
import com.avonsolutions.sandbox.engine.SiteDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDbTestimonialStoreTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  private static final Consent CONSENT =
      Consent.to(Purpose.PUBLISH_TESTIMONIAL, ShownWords.named("2026-11"), ConsentMethod.TICKED);

  private final Stores stores = Stores.of(DATABASE, "TestimonialsFunction");
  private final TestimonialStore testimonials = stores.get(TestimonialStore.class);

  @AfterEach
  void close() {
    stores.close();
  }

  @Test
  void inState_shouldReturnEqualTestimonials() {
    Testimonial full =
        new Testimonial(
            stores.get(IdGenerator.class).next(),
            "आशा",
            Optional.of("Owner"),
            Optional.of("Rao & Sons"),
            "They called back\nthe same day.",
            OptionalInt.of(5),
            TestimonialState.PENDING,
            stores.clock().instant(),
            true);
    testimonials.store(full, CONSENT, identity("full"));
    stores.clock().pass(Duration.ofSeconds(1));
    Testimonial least = stored("least");

    assertThat(testimonials.inState(TestimonialState.PENDING, 10)).containsExactly(least, full);
  }

  @Test
  void inState_shouldListNewestFirstUpToTheLimit() {
    List<Testimonial> stored = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      stores.clock().pass(Duration.ofSeconds(1));
      stored.add(stored("number " + i));
    }
    Collections.reverse(stored);

    assertThat(testimonials.inState(TestimonialState.PENDING, 100))
        .containsExactlyElementsOf(stored);
    assertThat(testimonials.inState(TestimonialState.PENDING, 4))
        .containsExactlyElementsOf(stored.subList(0, 4));
    assertThat(testimonials.inState(TestimonialState.APPROVED, 100)).isEmpty();
  }

  @Test
  void decide_shouldChangeTheStateOfOneTestimonial() {
    Testimonial wanted = stored("wanted");
    Testimonial other = stored("other");

    assertThat(testimonials.decide(wanted.id(), TestimonialState.APPROVED)).isTrue();

    assertThat(testimonials.inState(TestimonialState.APPROVED, 10))
        .extracting(Testimonial::id)
        .containsExactly(wanted.id());
    assertThat(testimonials.inState(TestimonialState.PENDING, 10)).containsExactly(other);
    assertThat(testimonials.decide(wanted.id(), TestimonialState.APPROVED)).isTrue();
    assertThat(testimonials.decide(wanted.id(), TestimonialState.REJECTED)).isTrue();
    assertThat(testimonials.inState(TestimonialState.APPROVED, 10)).isEmpty();
  }

  @Test
  void decide_shouldChangeNothing_whenTheIdIsUnknownOrThatOfAnIdentity() {
    SubmissionIdentity identity = identity("a");
    testimonials.store(testimonial("a"), CONSENT, identity);

    assertThat(testimonials.decide("unknown", TestimonialState.APPROVED)).isFalse();
    assertThat(testimonials.decide("submission#" + identity.key(), TestimonialState.APPROVED))
        .isFalse();
    assertThat(testimonials.inState(TestimonialState.APPROVED, 10)).isEmpty();
    assertThat(DATABASE.client().scan(r -> r.tableName("TestimonialsTable")).items()).hasSize(2);
  }

  @Test
  void decide_shouldSetAnExpiry_onlyOnHiddenTestimonials() {
    Testimonial rejected = stored("rejected");
    Testimonial approved = stored("approved");
    testimonials.decide(rejected.id(), TestimonialState.REJECTED);
    testimonials.decide(approved.id(), TestimonialState.REJECTED);
    testimonials.decide(approved.id(), TestimonialState.APPROVED);

    stores.clock().pass(Duration.ofDays(90).minusSeconds(1));
    assertThat(testimonials.inState(TestimonialState.REJECTED, 10)).hasSize(1);
    stores.clock().pass(Duration.ofSeconds(1));
    assertThat(testimonials.inState(TestimonialState.REJECTED, 10)).isEmpty();
    assertThat(testimonials.inState(TestimonialState.APPROVED, 10)).hasSize(1);
  }

  @Test
  void store_shouldKeepOne_whenItComesTwice() {
    Testimonial first = testimonial("same");

    Receipt receipt = testimonials.store(first, CONSENT, identity("same"));
    Receipt again = testimonials.store(testimonial("same"), CONSENT, identity("same"));

    assertThat(receipt).isEqualTo(Receipt.stored(first.id()));
    assertThat(again).isEqualTo(Receipt.repeated(first.id()));
    assertThat(testimonials.inState(TestimonialState.PENDING, 10)).containsExactly(first);
  }

  @Test
  void everything_shouldFail_whenTheStoreIsDown() {
    try (FaultyDynamoDb faulty = new FaultyDynamoDb(DATABASE.endpoint());
        Stores down = Stores.of(DATABASE, "TestimonialsFunction", faulty.endpoint())) {
      faulty.always(Fault.SERVER_ERROR);
      TestimonialStore store = down.get(TestimonialStore.class);

      assertThatThrownBy(() -> store.inState(TestimonialState.APPROVED, 5))
          .isInstanceOf(StoreUnavailableException.class);
      assertThatThrownBy(() -> store.decide("a", TestimonialState.APPROVED))
          .isInstanceOf(StoreUnavailableException.class);
    }
  }

  private Testimonial stored(String text) {
    Testimonial testimonial = testimonial(text);
    testimonials.store(testimonial, CONSENT, identity(text));
    return testimonial;
  }

  private Testimonial testimonial(String text) {
    return new Testimonial(
        stores.get(IdGenerator.class).next(),
        "Asha",
        Optional.empty(),
        Optional.empty(),
        text,
        OptionalInt.empty(),
        TestimonialState.PENDING,
        stores.clock().instant(),
        false);
  }

  private static SubmissionIdentity identity(String text) {
    return SubmissionIdentity.of(Optional.empty(), Optional.empty(), Map.of("text", text));
  }
}
