package com.avonsolutions.testimonials;

import com.avonsolutions.domain.IdGenerator;
import com.avonsolutions.domain.submission.InvalidSubmissionException;
import com.avonsolutions.domain.submission.Receipt;
import com.avonsolutions.domain.submission.SubmissionIdentity;
import com.avonsolutions.domain.submission.Violation;
import com.avonsolutions.domain.testimonial.Testimonial;
import com.avonsolutions.domain.testimonial.TestimonialState;
import com.avonsolutions.domain.testimonial.TestimonialStore;
import com.avonsolutions.web.form.PlainText;
import com.avonsolutions.web.form.SubmissionValidator;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Makes a testimonial of what came in, and stores it for staff to read. */
@Singleton
final class TestimonialIntake {
  private final TestimonialStore testimonials;
  private final SubmissionValidator validator;
  private final IdGenerator ids;
  private final Clock clock;

  TestimonialIntake(
      TestimonialStore testimonials, SubmissionValidator validator, IdGenerator ids, Clock clock) {
    this.testimonials = testimonials;
    this.validator = validator;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Stores the testimonial, or finds it stored already.
   *
   * @throws InvalidSubmissionException with everything that has to change
   */
  Receipt take(TestimonialRequest request, Optional<String> idempotencyKey) {
    List<Violation> violations = validator.check(request, TestimonialRequest.ORDER);
    if (!violations.isEmpty()) {
      throw new InvalidSubmissionException(violations);
    }
    Testimonial testimonial =
        new Testimonial(
            ids.next(),
            request.name(),
            PlainText.present(request.role()),
            PlainText.present(request.company()),
            request.text(),
            PlainText.present(request.rating())
                .map(rating -> OptionalInt.of(Integer.parseInt(rating)))
                .orElseGet(OptionalInt::empty),
            request.trap().isEmpty() ? TestimonialState.PENDING : TestimonialState.SPAM,
            clock.instant(),
            false);
    return testimonials.store(testimonial, identity(request, idempotencyKey));
  }

  private static SubmissionIdentity identity(
      TestimonialRequest request, Optional<String> idempotencyKey) {
    return SubmissionIdentity.of(
        idempotencyKey,
        PlainText.present(request.submissionKey()),
        Map.of(
            "name", request.name(),
            "role", request.role(),
            "company", request.company(),
            "text", request.text(),
            "rating", request.rating(),
            "website", request.trap()));
  }
}
