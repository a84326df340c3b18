package com.avonsolutions.contact;

import com.avonsolutions.domain.consent.Consent;
import com.avonsolutions.domain.consent.ConsentMethod;
import com.avonsolutions.domain.consent.Purpose;
import com.avonsolutions.domain.form.Form;
import com.avonsolutions.domain.lead.EmailAddress;
import com.avonsolutions.domain.lead.ExtraAnswers;
import com.avonsolutions.domain.lead.LeadField;
import com.avonsolutions.domain.lead.Origin;
import com.avonsolutions.domain.lead.PhoneAnswers;
import com.avonsolutions.domain.lead.Service;
import com.avonsolutions.domain.submission.InvalidSubmissionException;
import com.avonsolutions.domain.submission.Violation;
import com.avonsolutions.domain.submission.YesNo;
import com.avonsolutions.web.form.Fields;
import com.avonsolutions.web.form.PlainText;
import com.avonsolutions.web.page.ConsentWords;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A submission of another site's form, mapped to our fields.
 *
 * @param sentNames maps our field names to the form's, so that errors use the form's names
 * @param redirect where the submission asks to send the browser
 * @param unreachable whether none of its names asks for a phone number or an e-mail address
 */
record FormSubmission(
    LeadRequest lead,
    Map<String, String> sentNames,
    Optional<String> redirect,
    boolean unreachable) {
  private static final Set<String> HIDDEN = hidden();

  /**
   * Reads the fields. Each goes to one place in the lead, and those that we have no field for are
   * kept under their own names. The wording of consent is the form's, unless our page asked for
   * consent in our words.
   */
  static FormSubmission of(Form form, Fields fields, Optional<String> referrer) {
    Map<String, String> ours = new HashMap<>();
    Map<String, String> sentNames = new HashMap<>();
    ExtraAnswers more = new ExtraAnswers();
    String honeypot = "";
    Optional<String> redirect = Optional.empty();
    PhoneAnswers phones = new PhoneAnswers();
    Map<String, String> emails = new LinkedHashMap<>();
    Optional<String> refusal = Optional.empty();
    // Sorted, so that the same field wins each time when two map to one of ours.
    for (String name : new TreeMap<>(fields.all()).keySet()) {
      String value = fields.typed(name);
      if (value.isEmpty()
          || HIDDEN.contains(name)
          || FieldNames.isDropped(name)
          || (ConsentWords.FIELDS.contains(name) && askedInOurWords(fields))) {
        continue;
      }
      String our = FieldNames.ours(name, value).orElse("");
      if (FieldNames.isHoneypot(name)) {
        honeypot = fields.trap(name).isEmpty() ? honeypot : value;
      } else if (FieldNames.isRedirect(name)) {
        redirect = Optional.of(value);
      } else if (our.equals(LeadField.PHONE.code())) {
        phones.add(name, value);
      } else if (our.equals(LeadField.COUNTRY_CODE.code())) {
        phones.addCountryCode(name, value);
      } else if (our.equals(LeadField.EMAIL.code())) {
        emails.put(name, LeadRequest.email(value));
        if (EmailAddress.isSeveral(value)) {
          more.add(name, value);
        }
      } else if (our.equals("consent") && YesNo.isNo(value)) {
        refusal = refusal.or(() -> Optional.of(name));
        more.add(name, value);
      } else if (our.equals("consent") && isBlank(value)) {
        more.add(name, value);
      } else if (!our.isEmpty() && fits(our, value) && ours.putIfAbsent(our, value) == null) {
        sentNames.put(our, name);
      } else {
        more.add(name, value);
      }
    }
    PhoneAnswers.Choice phone = phones.choose();
    phone.question().ifPresent(name -> sentNames.put("phone", name));
    phone.more().forEach(more::add);
    Optional<String> email = choose(emails, sentNames, more);
    refusal.ifPresent(name -> sentNames.put("consent", name));
    boolean consented = ours.containsKey("consent") && refusal.isEmpty();
    // If only one of phone and e-mail address is valid, the other is kept as an answer.
    boolean validEmail = email.flatMap(EmailAddress::parse).isPresent();
    if (phone.phone().isPresent() && email.isPresent() && !validEmail) {
      more.add(sentNames.getOrDefault("email", "email"), email.get());
      email = Optional.empty();
    }
    if (validEmail && phone.phone().isEmpty() && !phone.unusable().isEmpty()) {
      more.add(sentNames.getOrDefault("phone", "phone"), phone.unusable());
      phone = new PhoneAnswers().choose();
    }
    LeadRequest lead =
        new LeadRequest(
            name(ours),
            phone,
            email.orElse(""),
            ours.getOrDefault("service", form.service().map(Service::code).orElse("")),
            ours.getOrDefault("message", ""),
            LeadField.plain(field -> Optional.ofNullable(ours.get(field.code()))),
            !form.consentRequired() || consented,
            consent(form, fields, refusal.isPresent()),
            "form",
            PlainText.bounded(Optional.ofNullable(ours.get("page")), Origin.MAX_PAGE_LENGTH)
                .or(() -> referrer),
            AttributionFields.of(fields),
            fields.text("submissionKey").filter(PlainText::isKey).orElse(""),
            honeypot,
            Optional.of(form.name()),
            more.build());
    boolean unreachable =
        phones.isEmpty()
            && emails.isEmpty()
            && fields.all().keySet().stream().noneMatch(FieldNames::isReach);
    return new FormSubmission(lead, Map.copyOf(sentNames), redirect, unreachable);
  }

  /** The same mistakes under the form's own names of its fields. */
  InvalidSubmissionException withSentNames(InvalidSubmissionException invalid) {
    return new InvalidSubmissionException(
        invalid.violations().stream()
            .map(
                violation ->
                    new Violation(
                        sentNames.getOrDefault(violation.field(), violation.field()),
                        violation.message()))
            .toList());
  }

  /** A list of choices names its first one so, which is none: {@code --}. */
  private static boolean isBlank(String consent) {
    return !YesNo.isYes(consent) && consent.codePoints().noneMatch(Character::isLetterOrDigit);
  }

  /** An unknown service is kept among the other answers. */
  private static boolean fits(String our, String value) {
    return !our.equals("service") || Service.of(value).isPresent();
  }

  /** The first valid address, else the first that was typed; the others are kept as answers. */
  private static Optional<String> choose(
      Map<String, String> emails, Map<String, String> sentNames, ExtraAnswers more) {
    emails.values().removeIf(String::isEmpty);
    Optional<String> chosen =
        emails.keySet().stream()
            .filter(name -> EmailAddress.parse(emails.getOrDefault(name, "")).isPresent())
            .findFirst()
            .or(() -> emails.keySet().stream().findFirst());
    chosen.ifPresent(name -> sentNames.put("email", name));
    emails.forEach(
        (name, value) -> {
          if (!chosen.equals(Optional.of(name))) {
            more.add(name, value);
          }
        });
    return chosen.map(name -> emails.getOrDefault(name, ""));
  }

  /** Our page names our wording; any other name is an answer like any other. */
  private static boolean askedInOurWords(Fields fields) {
    return fields.text(ConsentWords.VERSION_FIELD).filter(ConsentWords::areOurs).isPresent();
  }

  /**
   * Nobody but the person can say yes: a form that only states what happens can still be refused.
   */
  private static Consent consent(Form form, Fields fields, boolean refused) {
    if (askedInOurWords(fields)) {
      return Consent.to(Purpose.ANSWER_ENQUIRY, ConsentWords.shown(fields), ConsentMethod.TICKED);
    }
    ConsentMethod method = form.consentMethod();
    if (method == ConsentMethod.UNKNOWN) {
      return Consent.unseen(form.words(), method);
    }
    return refused
        ? Consent.refusalOf(Purpose.ANSWER_ENQUIRY, form.words(), method)
        : Consent.to(Purpose.ANSWER_ENQUIRY, form.words(), method);
  }

  private static String name(Map<String, String> ours) {
    return ours.containsKey("name")
        ? ours.getOrDefault("name", "")
        : String.join(" ", ours.getOrDefault("firstName", ""), ours.getOrDefault("lastName", ""))
            .strip();
  }

  private static Set<String> hidden() {
    Set<String> hidden = new TreeSet<>(AttributionFields.NAMES);
    hidden.add("submissionKey");
    hidden.add(SpamCheck.STAMP);
    return Set.copyOf(hidden);
  }
}
