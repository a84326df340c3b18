package com.avonsolutions.testimonials;

import com.avonsolutions.domain.India;
import com.avonsolutions.domain.submission.Receipt;
import com.avonsolutions.domain.testimonial.Testimonial;
import com.avonsolutions.domain.testimonial.TestimonialState;
import com.avonsolutions.domain.testimonial.TestimonialStore;
import com.avonsolutions.web.Json;
import com.avonsolutions.web.Representation;
import com.avonsolutions.web.Request;
import com.avonsolutions.web.Response;
import com.avonsolutions.web.form.FormReader;
import com.avonsolutions.web.form.PlainText;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Testimonials as JSON. */
@Singleton
final class TestimonialApi {
  /** More than a page shows; whoever has more will want pages of them first. */
  static final int MOST = 100;

  private final TestimonialIntake intake;
  private final TestimonialStore testimonials;
  private final Json json;

  TestimonialApi(TestimonialIntake intake, TestimonialStore testimonials, Json json) {
    this.intake = intake;
    this.testimonials = testimonials;
    this.json = json;
  }

  Response take(Request request) {
    TestimonialRequest testimonial =
        TestimonialRequest.of(FormReader.read(request, TestimonialRequest.KNOWN));
    Receipt receipt = intake.take(testimonial, PlainText.idempotencyKey(request));
    return json.answer(202, new TestimonialReceived(receipt.id(), "pending"));
  }

  Response list(Request request) {
    List<ListedTestimonial> approved =
        testimonials.inState(TestimonialState.APPROVED, MOST).stream()
            .map(ListedTestimonial::of)
            .toList();
    return Representation.of(
            json.answer(200, new TestimonialList(approved))
                .with("cache-control", "public, max-age=60"))
        .answer(request);
  }

  @Serdeable.Serializable
  record TestimonialReceived(String id, String status) {}

  @Serdeable.Serializable
  @JsonInclude(JsonInclude.Include.ALWAYS) // an empty list is an answer too
  record TestimonialList(List<ListedTestimonial> testimonials) {}

  /**
   * A testimonial as anybody may read it; what was not given is left out.
   *
   * @param date day in India on which it came in, as yyyy-MM-dd
   */
  @Serdeable.Serializable
  record ListedTestimonial(
      String id,
      String name,
      @Nullable String role,
      @Nullable String company,
      String text,
      @Nullable Integer rating,
      String date) {

    static ListedTestimonial of(Testimonial testimonial) {
      return new ListedTestimonial(
          testimonial.id(),
          testimonial.name(),
          testimonial.role().orElse(null),
          testimonial.company().orElse(null),
          testimonial.text(),
          testimonial.rating().isPresent() ? testimonial.rating().getAsInt() : null,
          India.dayOf(testimonial.receivedAt()).toString());
    }
  }
}
