package com.avonsolutions.staff;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.domain.consent.Consent;
import com.avonsolutions.domain.consent.ConsentMethod;
import com.avonsolutions.domain.consent.Purpose;
import com.avonsolutions.domain.consent.ShownWords;
import com.avonsolutions.domain.submission.SubmissionIdentity;
import com.avonsolutions.domain.testimonial.Testimonial;
import com.avonsolutions.domain.testimonial.TestimonialState;
import com.avonsolutions.sandbox.MutableClock;
import com.avonsolutions.sandbox.engine.SiteDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TestimonialsCommandTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  private final MutableClock clock = new MutableClock();
  private final StaffTerminal terminal = new StaffTerminal(clock);

  @BeforeEach
  void storeTwo() {
    store("1", "Asha Rao", OptionalInt.empty(), "Good work.");
    store("2", "Ravi Iyer", OptionalInt.of(4), "Two\nlines.");
  }

  @Test
  void list_shouldShowTimesInIndiaAndRatings_newestFirst() {
    assertThat(lines("list"))
        .containsExactly(
            "2  2026-11-22 00:00  Ravi Iyer  4 of 5",
            "    Two",
            "    lines.",
            "1  2026-11-22 00:00  Asha Rao",
            "    Good work.",
            "2 pending testimonials");
  }

  @Test
  void list_shouldSayHowManyThereAre_whenItShowsAPart() {
    assertThat(lines("list", "--limit", "1"))
        .startsWith("2  2026-11-22 00:00  Ravi Iyer  4 of 5")
        .endsWith("1 to 1 of 2 pending testimonials: add --skip 1 to see more");
    assertThat(lines("list", "--limit", "1", "--skip", "1"))
        .startsWith("1  2026-11-22 00:00  Asha Rao")
        .endsWith("2 to 2 of 2 pending testimonials");
    assertThat(lines("list", "--skip", "2")).containsExactly("none of 2 pending testimonials");
  }

  @Test
  void decision_shouldMoveATestimonialToItsState() {
    assertThat(lines("approve", "1")).containsExactly("1 is approved now");
    assertThat(lines("reject", "2")).containsExactly("2 is rejected now");

    assertThat(lines("list")).containsExactly("0 pending testimonials");
    assertThat(lines("list", "approved")).startsWith("1  2026-11-22 00:00  Asha Rao");
    assertThat(lines("list", "rejected")).endsWith("1 rejected testimonial");
  }

  private List<String> lines(String... words) {
    return terminal.lines(
        DATABASE.endpoint(), ("testimonials " + String.join(" ", words)).split(" ", -1));
  }

  private void store(String id, String name, OptionalInt rating, String text) {
    try (Stores stores = Stores.open(DATABASE.environmentOf("TestimonialsFunction"), clock)) {
      stores
          .testimonials()
          .store(
              new Testimonial(
                  id,
                  name,
                  Optional.empty(),
                  Optional.empty(),
                  text,
                  rating,
                  TestimonialState.PENDING,
                  // Already the 22nd in India.
                  Instant.parse("2026-11-21T18:30:00Z"),
                  false),
              Consent.to(
                  Purpose.PUBLISH_TESTIMONIAL, ShownWords.named("2026-11"), ConsentMethod.TICKED),
              SubmissionIdentity.of(Optional.of(id), Optional.empty(), Map.of()));
    }
  }
}
