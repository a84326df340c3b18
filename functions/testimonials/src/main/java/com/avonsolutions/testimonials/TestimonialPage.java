package com.avonsolutions.testimonials;

import com.avonsolutions.domain.IdGenerator;
import com.avonsolutions.domain.StoreUnavailableException;
import com.avonsolutions.domain.submission.InvalidSubmissionException;
import com.avonsolutions.domain.testimonial.Testimonial;
import com.avonsolutions.domain.testimonial.TestimonialState;
import com.avonsolutions.domain.testimonial.TestimonialStore;
import com.avonsolutions.testimonials.templates.StaticTemplates;
import com.avonsolutions.testimonials.templates.Templates;
import com.avonsolutions.web.form.Fields;
import com.avonsolutions.web.form.FormReader;
import com.avonsolutions.web.form.PlainText;
import com.avonsolutions.web.function.ErrorAnswers;
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
  private static final Head MISTAKE = Head.hidden("/testimonials", "Error: Testimonials", "");

  private final PageRenderer pages;
  private final TestimonialStore testimonials;
  private final TestimonialIntake intake;
  private final IdGenerator ids;
  private final ErrorAnswers errors;
  private final Templates templates = new StaticTemplates();

  TestimonialPage(
      PageRenderer pages,
      TestimonialStore testimonials,
      TestimonialIntake intake,
      IdGenerator ids,
      ErrorAnswers errors) {
    this.pages = pages;
    this.testimonials = testimonials;
    this.intake = intake;
    this.ids = ids;
    this.errors = errors;
  }

  Response show() {
    return page(
        200,
        HEAD,
        testimonials.inState(TestimonialState.APPROVED, TestimonialApi.MOST),
        FormView.empty(ids.next()));
  }

  /** Takes the form and sends the browser on, or gives it back with everything that was typed. */
  Response submit(Request request) {
    Fields fields = FormReader.read(request, TestimonialRequest.KNOWN);
    TestimonialRequest testimonial = TestimonialRequest.of(fields);
    String key = testimonial.submissionKey().isEmpty() ? ids.next() : testimonial.submissionKey();
    try {
      intake.accept(testimonial, PlainText.idempotencyKey(request));
      return Response.seeOther("/testimonials/thanks");
    } catch (InvalidSubmissionException e) {
      return page(422, MISTAKE, List.of(), FormView.rejected(key, fields.all(), e.violations()));
    } catch (StoreUnavailableException e) {
      return errors.unavailable(
          request, e, page(503, MISTAKE, List.of(), FormView.unstored(key, fields.all())));
    }
  }

  Response thank() {
    return pages
        .page(
            200,
            Head.hidden("/testimonials/thanks", "Thank you", "Your words are stored."),
            templates.thanks())
        .with("cache-control", "public, max-age=300");
  }

  /** A form that comes back stands alone: its sender looks for the mistake, not for others. */
  private Response page(int status, Head head, List<Testimonial> approved, FormView form) {
    List<Content> quotations =
        approved.stream()
            .map(testimonial -> (Content) pages.templates().testimonial(testimonial))
            .toList();
    return pages
        .page(status, head, templates.testimonials(quotations, form))
        .with("cache-control", status == 200 ? "private, no-cache" : "no-store");
  }
}
