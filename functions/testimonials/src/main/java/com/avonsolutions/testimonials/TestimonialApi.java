package com.avonsolutions.testimonials;

import com.avonsolutions.domain.India;
import com.avonsolutions.domain.submission.Receipt;
import com.avonsolutions.domain.testimonial.Testimonial;
import com.avonsolutions.domain.testimonial.TestimonialState;
import com.avonsolutions.domain.testimonial.TestimonialStore;
import com.avonsolutions.text.json.JsonWriter;
import com.avonsolutions.web.form.FormReader;
import com.avonsolutions.web.form.PlainText;
import com.avonsolutions.web.http.Representation;
import com.avonsolutions.web.http.Request;
import com.avonsolutions.web.http.Response;
import jakarta.inject.Singleton;
import java.util.List;

/** Testimonials as JSON. */
@Singleton
final class TestimonialApi {
  /** More than a page shows; whoever has more will want pages of them first. */
  static final int MOST = 100;

  private final TestimonialIntake intake;
  private final TestimonialStore testimonials;

  TestimonialApi(TestimonialIntake intake, TestimonialStore testimonials) {
    this.intake = intake;
    this.testimonials = testimonials;
  }

  Response submit(Request request) {
    TestimonialRequest testimonial =
        TestimonialRequest.of(FormReader.read(request, TestimonialRequest.KNOWN));
    Receipt receipt = intake.accept(testimonial, PlainText.idempotencyKey(request));
    return Response.json(202, new JsonWriter().put("id", receipt.id()).put("status", "pending"));
  }

  Response list(Request request) {
    List<JsonWriter> approved =
        testimonials.inState(TestimonialState.APPROVED, MOST).stream()
            .map(TestimonialApi::listed)
            .toList();
    return Representation.of(
            Response.json(200, new JsonWriter().put("testimonials", approved))
                .with("cache-control", "public, max-age=60"))
        .answer(request);
  }

  /** As anybody may read it, with the day in India on which it came in, as yyyy-MM-dd. */
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
