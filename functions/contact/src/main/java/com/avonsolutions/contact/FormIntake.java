package com.avonsolutions.contact;

import com.avonsolutions.domain.IdGenerator;
import com.avonsolutions.domain.lead.EmailAddress;
import com.avonsolutions.domain.lead.Enquiry;
import com.avonsolutions.domain.lead.Lead;
import com.avonsolutions.domain.lead.LeadField;
import com.avonsolutions.domain.lead.LeadIntake;
import com.avonsolutions.domain.lead.LeadState;
import com.avonsolutions.domain.lead.Origin;
import com.avonsolutions.domain.lead.Person;
import com.avonsolutions.domain.lead.Phone;
import com.avonsolutions.domain.lead.Service;
import com.avonsolutions.domain.lead.SpamVerdict;
import com.avonsolutions.domain.submission.InvalidSubmissionException;
import com.avonsolutions.domain.submission.Receipt;
import com.avonsolutions.domain.submission.SubmissionIdentity;
import com.avonsolutions.web.form.Fields;
import com.avonsolutions.web.form.PlainText;
import com.avonsolutions.web.form.Violations;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks a submission, judges it for spam, and stores it as a lead. */
@Singleton
final class FormIntake {
  private final LeadIntake intake;
  private final SpamCheck spam;
  private final IdGenerator ids;
  private final Clock clock;

  FormIntake(LeadIntake intake, SpamCheck spam, IdGenerator ids, Clock clock) {
    this.intake = intake;
    this.spam = spam;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Stores the lead once, however often it is submitted. Spam is stored too, in quarantine.
   *
   * @param fields as they were sent
   * @param origins of the other sites with this form
   * @throws InvalidSubmissionException with all violations
   * @throws com.avonsolutions.web.http.HttpException 429 when the client's address sends too many
   */
  Receipt accept(Arrival from, Fields fields, LeadRequest request, Set<String> origins) {
    from.refuseFlood();
    Optional<String> idempotencyKey = PlainText.idempotencyKey(from.request());
    Optional<Phone> phone = request.phone().phone();
    Optional<Service> service = Service.of(request.service());
    Optional<EmailAddress> email = EmailAddress.parse(request.email());
    check(request, phone, email, service);
    Lead lead =
        new Lead(
            ids.next(),
            LeadState.RECEIVED,
            new Person(
                PlainText.present(request.name()),
                email,
                phone,
                request.phone().other(),
                request.texts(),
                false),
            new Enquiry(service, PlainText.present(request.message()), request.more()),
            Origin.page(request.source(), request.form(), request.page()),
            request.attribution(),
            request.consent(),
            Optional.empty(),
            clock.instant());
    SpamVerdict verdict = spam.judge(from, fields, request, origins);
    return intake.accept(lead.withVerdict(verdict), identity(request, idempotencyKey));
  }

  private static void check(
      LeadRequest request,
      Optional<Phone> phone,
      Optional<EmailAddress> email,
      Optional<Service> service) {
    boolean emailTooLong = request.email().length() > LeadField.EMAIL.maxLength();
    boolean reachable = !request.phone().text().isEmpty() || !request.email().isEmpty();
    Violations found =
        new Violations()
            .line(LeadField.NAME, request.name())
            // Forms of other sites need not have a name.
            .require(
                !request.name().isEmpty() || request.form().isPresent(),
                "name",
                "Tell us your name.")
            .line(LeadField.PHONE, request.phone().text())
            .require(reachable, "phone", "Give a phone number or an e-mail address. One is enough.")
            .require(
                request.phone().text().isEmpty() || phone.isPresent(),
                "phone",
                "Check the phone number: ten digits in India, or + and the country code.")
            .require(
                !emailTooLong,
                "email",
                "An e-mail address has at most %d characters."
                    .formatted(LeadField.EMAIL.maxLength()))
            .require(
                request.email().isEmpty() || email.isPresent() || emailTooLong,
                "email",
                "Write the e-mail address like name@example.com.");
    request.texts().forEach(found::line);
    found
        .require(
            request.service().isEmpty() || service.isPresent(),
            "service",
            "Choose a service from the list.")
        .lines(LeadField.MESSAGE, request.message())
        .require(request.consented(), "consent", "Tick the box, so that we may answer you.")
        .throwIfAny();
  }

  private static SubmissionIdentity identity(LeadRequest request, Optional<String> idempotencyKey) {
    Map<String, String> content = new HashMap<>();
    request.more().forEach((question, answer) -> content.put("more " + question, answer));
    content.put("name", request.name());
    content.put("phone", request.phone().text());
    content.put("email", request.email());
    content.put("service", request.service());
    content.put("message", request.message());
    content.put("website", request.honeypot());
    // Other plain fields are in the content only if given, so that a submission from before there
    // was such a field keeps its hash.
    content.put(LeadField.COMPANY.code(), "");
    request.texts().forEach((field, text) -> content.put(field.code(), text));
    request.form().ifPresent(form -> content.put("form", form));
    return SubmissionIdentity.of(
        idempotencyKey, PlainText.present(request.submissionKey()), content);
  }
}
