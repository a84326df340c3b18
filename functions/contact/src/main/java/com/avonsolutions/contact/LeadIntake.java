package com.avonsolutions.contact;

import com.avonsolutions.domain.IdGenerator;
import com.avonsolutions.domain.lead.Enquiry;
import com.avonsolutions.domain.lead.Lead;
import com.avonsolutions.domain.lead.LeadInbox;
import com.avonsolutions.domain.lead.LeadState;
import com.avonsolutions.domain.lead.Origin;
import com.avonsolutions.domain.lead.Person;
import com.avonsolutions.domain.lead.Phone;
import com.avonsolutions.domain.lead.Service;
import com.avonsolutions.domain.lead.SpamVerdict;
import com.avonsolutions.domain.submission.InvalidSubmissionException;
import com.avonsolutions.domain.submission.Receipt;
import com.avonsolutions.domain.submission.SubmissionIdentity;
import com.avonsolutions.domain.submission.Violation;
import com.avonsolutions.web.Request;
import com.avonsolutions.web.form.Fields;
import com.avonsolutions.web.form.PlainText;
import com.avonsolutions.web.form.SubmissionValidator;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes a lead of what came in, and stores it before anybody is thanked. */
@Singleton
final class LeadIntake {
  private final LeadInbox inbox;
  private final SubmissionValidator validator;
  private final SpamDesk spam;
  private final IdGenerator ids;
  private final Clock clock;

  LeadIntake(
      LeadInbox inbox, SubmissionValidator validator, SpamDesk spam, IdGenerator ids, Clock clock) {
    this.inbox = inbox;
    this.validator = validator;
    this.spam = spam;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Stores the lead, or finds it stored already. What looks like spam is stored too.
   *
   * @param fields as they were sent
   * @param origins of the pages that may hold the form, beside ours
   * @throws InvalidSubmissionException with everything that has to change
   * @throws com.avonsolutions.web.HttpException 429 when its address floods us
   */
  Receipt take(Request from, Fields fields, LeadRequest request, Set<String> origins) {
    Optional<String> idempotencyKey = PlainText.idempotencyKey(from);
    Optional<Phone> phone = Phone.parse(request.phone());
    Optional<Service> service = Service.of(request.service());
    check(request, phone, service);
    Lead lead =
        new Lead(
            ids.next(),
            LeadState.RECEIVED,
            new Person(
                PlainText.present(request.name()),
                PlainText.present(request.email()),
                phone,
                PlainText.present(request.company()),
                false),
            new Enquiry(service, PlainText.present(request.message()), request.more()),
            Origin.page(request.source(), request.form(), request.page()),
            request.attribution(),
            request.consentVersion(),
            Optional.empty(),
            clock.instant());
    SpamVerdict verdict = spam.judge(from, fields, request, origins);
    return inbox.take(lead.judged(verdict), identity(request, idempotencyKey));
  }

  private void check(LeadRequest request, Optional<Phone> phone, Optional<Service> service) {
    List<Violation> violations = new ArrayList<>(validator.check(request, LeadRequest.ORDER));
    // A form elsewhere may not ask for the name.
    if (request.name().isEmpty() && request.form().isEmpty()) {
      violations.add(new Violation("name", "Tell us your name."));
    }
    if (request.phone().isEmpty() && request.email().isEmpty()) {
      violations.add(
          new Violation("phone", "Give a phone number or an e-mail address. One is enough."));
    } else if (!request.phone().isEmpty() && phone.isEmpty()) {
      violations.add(
          new Violation(
              "phone", "Check the phone number: ten digits in India, or + and the country code."));
    }
    if (!request.service().isEmpty() && service.isEmpty()) {
      violations.add(new Violation("service", "Choose a service from the list."));
    }
    if (!violations.isEmpty()) {
      violations.sort(
          Comparator.comparingInt(violation -> LeadRequest.ORDER.indexOf(violation.field())));
      throw new InvalidSubmissionException(violations);
    }
  }

  private static SubmissionIdentity identity(LeadRequest request, Optional<String> idempotencyKey) {
    Map<String, String> content = new HashMap<>();
    request.more().forEach((question, answer) -> content.put("more " + question, answer));
    content.put("name", request.name());
    content.put("phone", request.phone());
    content.put("email", request.email());
    content.put("company", request.company());
    content.put("service", request.service());
    content.put("message", request.message());
    content.put("website", request.trap());
    request.form().ifPresent(form -> content.put("form", form));
    return SubmissionIdentity.of(
        idempotencyKey, PlainText.present(request.submissionKey()), content);
  }
}
