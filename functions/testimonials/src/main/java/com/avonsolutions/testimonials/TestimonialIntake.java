package com.avonsolutions.testimonials;

import com.avonsolutions.domain.FailureLog;
import com.avonsolutions.domain.IdGenerator;
import com.avonsolutions.domain.submission.InvalidSubmissionException;
import com.avonsolutions.domain.submission.Receipt;
import com.avonsolutions.domain.submission.SubmissionIdentity;
import com.avonsolutions.domain.testimonial.Testimonial;
import com.avonsolutions.domain.testimonial.TestimonialState;
import com.avonsolutions.domain.testimonial.TestimonialStore;
import com.avonsolutions.web.form.PlainText;
import com.avonsolutions.web.form.Violations;
import com.avonsolutions.web.http.FloodLimit;
import com.avonsolutions.web.http.Request;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Checks a testimonial, and stores it for approval by staff. */
@Singleton
final class TestimonialIntake {
  private static final Set<String> RATINGS = Set.of("", "1", "2", "3", "4", "5");

  /** Of one network in ten minutes and one instance; a whole office may write on one day. */
  private static final int MAX_FROM_NETWORK = 20;

  private final TestimonialStore testimonials;
  private final IdGenerator ids;
  private final Clock clock;
  private final FailureLog log;
  private final FloodLimit limit;

  TestimonialIntake(TestimonialStore testimonials, IdGenerator ids, Clock clock, FailureLog log) {
    this.testimonials = testimonials;
    this.ids = ids;
    this.clock = clock;
    this.log = log;
    this.limit = new FloodLimit(MAX_FROM_NETWORK, clock);
  }

  /**
   * Stores the testimonial once, however often it is submitted.
   *
   * @throws com.avonsolutions.web.http.HttpException 429 when the client's network sends too many
   * @throws InvalidSubmissionException with all violations
   */
  Receipt accept(Request sent, TestimonialRequest request) {
    limit.count(sent);
    check(request);
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
            request.honeypot().isEmpty() ? TestimonialState.PENDING : TestimonialState.SPAM,
            clock.instant(),
            false);
    Receipt receipt =
        testimonials.store(
            testimonial, request.consent(), identity(request, PlainText.idempotencyKey(sent)));
    request.consent().logUnknownWords(receipt, log);
    return receipt;
  }

  private static void check(TestimonialRequest request) {
    new Violations()
        .require(!request.name().isEmpty(), "name", "Tell us your name.")
        .line("name", request.name(), Testimonial.MAX_NAME_LENGTH, "name")
        .line("role", request.role(), Testimonial.MAX_ROLE_LENGTH, "role")
        .line("company", request.company(), Testimonial.MAX_COMPANY_LENGTH, "company's name")
        .lines(
            "text",
            request.text(),
            Testimonial.MIN_TEXT_LENGTH,
            Testimonial.MAX_TEXT_LENGTH,
            String.format(
                Locale.ROOT,
                "Write between %,d and %,d characters.",
                Testimonial.MIN_TEXT_LENGTH,
                Testimonial.MAX_TEXT_LENGTH))
        .require(
            RATINGS.contains(request.rating()), "rating", "Choose a rating from 1 to 5, or none.")
        .require(request.consented(), "consent", "Tick the box, so that we may publish your words.")
        .throwIfAny();
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
            "website", request.honeypot()));
  }
}
