package com.avonsolutions.testimonials;

import com.avonsolutions.domain.India;
import com.avonsolutions.domain.submission.Receipt;
import com.avonsolutions.domain.testimonial.Testimonial;
import com.avonsolutions.domain.testimonial.TestimonialState;
import com.avonsolutions.domain.testimonial.TestimonialStore;
import com.avonsolutions.text.json.JsonWriter;
import com.avonsolutions.web.form.FormReader;
import com.avonsolutions.web.http.Representation;
import com.avonsolutions.web.http.Request;
import com.avonsolutions.web.http.Response;
import jakarta.inject.Singleton;
import java.util.List;

/** Testimonials as JSON. */
@Singleton
final class TestimonialApi {
  /** A longer list would need paging. */
  static final int MAX_LISTED = 100;

  private final TestimonialIntake intake;
  private final TestimonialStore testimonials;

  TestimonialApi(TestimonialIntake intake, TestimonialStore testimonials) {
    this.intake = intake;
    this.testimonials = testimonials;
  }

  Response submit(Request request) {
    TestimonialRequest testimonial =
        TestimonialRequest.of(FormReader.read(request, TestimonialRequest.KNOWN));
    Receipt receipt = intake.accept(request, testimonial);
    return Response.json(202, new JsonWriter().put("id", receipt.id()).put("status", "pending"));
  }

  Response list(Request request) {
    List<JsonWriter> approved =
        testimonials.inState(TestimonialState.APPROVED, MAX_LISTED).stream()
            .map(TestimonialApi::listed)
            .toList();
    return Representation.of(
            Response.json(200, new JsonWriter().put("testimonials", approved))
                .with("cache-control", "public, max-age=60"))
        .answer(request);
  }

  /** The public fields, with the day of receipt in India as yyyy-MM-dd. */
  private static JsonWriter listed(Testimonial testimonial) {
    JsonWriter listed =
        new JsonWriter()
            .put("id", testimonial.id())
            .put("name", testimonial.name())
            .put("role", testimonial.role())
            .put("company", testimonial.company())
            .put("text", testimonial.text());
    testimonial.rating().ifPresent(rating -> listed.put("rating", rating));
    return listed.put("date", India.dayOf(testimonial.receivedAt()).toString());
  }
}
