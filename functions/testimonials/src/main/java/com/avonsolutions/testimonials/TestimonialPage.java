package com.avonsolutions.testimonials;

import com.avonsolutions.domain.IdGenerator;
import com.avonsolutions.domain.testimonial.Testimonial;
import com.avonsolutions.domain.testimonial.TestimonialState;
import com.avonsolutions.domain.testimonial.TestimonialStore;
import com.avonsolutions.testimonials.templates.StaticTemplates;
import com.avonsolutions.testimonials.templates.Templates;
import com.avonsolutions.web.form.Fields;
import com.avonsolutions.web.form.FormReader;
import com.avonsolutions.web.function.FormRedisplay;
import com.avonsolutions.web.http.Request;
import com.avonsolutions.web.http.Response;
import com.avonsolutions.web.page.FormView;
import com.avonsolutions.web.page.Head;
import com.avonsolutions.web.page.PageRenderer;
import gg.jte.Content;
import jakarta.inject.Singleton;
import java.util.List;

/** The page of the approved testimonials, with the form for a new one. */
@Singleton
final class TestimonialPage {
  private static final Head HEAD =
      Head.of(
          "/testimonials",
          "Testimonials",
          "What customers of Avon Solutions say in their own words, and a form to add yours. A"
              + " person reads each one before it appears.");
  private static final Head ERROR = Head.hidden("/testimonials", "Error: Testimonials", "");

  private final PageRenderer pages;
  private final TestimonialStore testimonials;
  private final TestimonialIntake intake;
  private final IdGenerator ids;
  private final FormRedisplay redisplay;
  private final Templates templates = new StaticTemplates();

  TestimonialPage(
      PageRenderer pages,
      TestimonialStore testimonials,
      TestimonialIntake intake,
      IdGenerator ids,
      FormRedisplay redisplay) {
    this.pages = pages;
    this.testimonials = testimonials;
    this.intake = intake;
    this.ids = ids;
    this.redisplay = redisplay;
  }

  Response show() {
    return page(
        200,
        HEAD,
        testimonials.inState(TestimonialState.APPROVED, TestimonialApi.MAX_LISTED),
        FormView.empty(ids.next()));
  }

  /** Stores the form and redirects to the thanks, or shows it again with everything typed. */
  Response submit(Request request) {
    Fields fields = FormReader.read(request, TestimonialRequest.KNOWN);
    TestimonialRequest testimonial = TestimonialRequest.of(fields);
    return redisplay.submit(
        request,
        () -> {
          intake.accept(request, testimonial);
          return Response.seeOther("/testimonials/thanks");
        },
        rejection ->
            page(
                rejection.status(),
                ERROR,
                List.of(),
                FormView.rejected(
                    rejection.nextKey(testimonial.submissionKey(), ids), fields.all(), rejection)));
  }

  Response thank() {
    return pages
        .page(
            200,
            Head.hidden("/testimonials/thanks", "Thank you", "Your words are stored."),
            templates.thanks())
        .with("cache-control", "public, max-age=300");
  }

  /** No testimonials above a form that is shown again, so that its mistakes are in sight. */
  private Response page(int status, Head head, List<Testimonial> approved, FormView form) {
    List<Content> quotations =
        approved.stream()
            .map(testimonial -> (Content) pages.templates().testimonial(testimonial))
            .toList();
    return pages
        .page(status, head, templates.testimonials(quotations, form, pages.templates()))
        .with("cache-control", status == 200 ? "private, no-cache" : "no-store");
  }
}
