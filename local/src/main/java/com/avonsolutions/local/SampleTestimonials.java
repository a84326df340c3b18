package com.avonsolutions.local;

import com.avonsolutions.domain.consent.Consent;
import com.avonsolutions.domain.consent.ConsentMethod;
import com.avonsolutions.domain.consent.ShownWords;
import com.avonsolutions.domain.submission.SubmissionIdentity;
import com.avonsolutions.domain.testimonial.Testimonial;
import com.avonsolutions.domain.testimonial.TestimonialState;
import com.avonsolutions.domain.testimonial.TestimonialStore;
import com.avonsolutions.staff.ContentLoader;
import com.avonsolutions.staff.Stores;
import com.avonsolutions.text.MarkdownFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Invented testimonials, marked as samples, which show a developer how real ones look. */
record SampleTestimonials(Path folder, Clock clock) implements ContentLoader {
  private static final int MAX_CHECKED = 100;

  static SampleTestimonials of(Path root) {
    return new SampleTestimonials(
        root.resolve("local/src/main/samples/testimonials"), Clock.systemUTC());
  }

  @Override
  public String load(Stores stores) throws IOException {
    TestimonialStore testimonials = stores.testimonials();
    List<MarkdownFile> files = MarkdownFile.readAll(folder);
    boolean loaded =
        testimonials.inState(TestimonialState.APPROVED, MAX_CHECKED).stream()
            .anyMatch(Testimonial::sample);
    if (!loaded) {
      for (MarkdownFile file : files) {
        testimonials.store(
            testimonial(file),
            Consent.unseen(ShownWords.named("sample"), ConsentMethod.UNKNOWN),
            SubmissionIdentity.of(
                Optional.of("sample-" + file.name()), Optional.empty(), Map.of()));
      }
    }
    return files.size() + " sample testimonials, marked as samples";
  }

  private Testimonial testimonial(MarkdownFile file) {
    Instant now = clock.instant();
    return new Testimonial(
        // Sorts before every real id, so that a new testimonial appears first.
        "00000000-sample-" + file.name(),
        file.required("name"),
        file.optional("role"),
        file.optional("company"),
        file.text(),
        file.optional("rating")
            .map(rating -> OptionalInt.of(Integer.parseInt(rating)))
            .orElseGet(OptionalInt::empty),
        TestimonialState.APPROVED,
        now,
        true);
  }
}
