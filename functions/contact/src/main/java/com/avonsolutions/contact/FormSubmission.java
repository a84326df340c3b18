package com.avonsolutions.contact;

import com.avonsolutions.domain.form.Form;
import com.avonsolutions.domain.lead.EmailAddress;
import com.avonsolutions.domain.lead.ExtraAnswers;
import com.avonsolutions.domain.lead.LeadField;
import com.avonsolutions.domain.lead.Origin;
import com.avonsolutions.domain.lead.Phone;
import com.avonsolutions.domain.lead.Service;
import com.avonsolutions.domain.submission.InvalidSubmissionException;
import com.avonsolutions.domain.submission.Violation;
import com.avonsolutions.web.form.Fields;
import com.avonsolutions.web.form.PlainText;
import com.avonsolutions.web.page.ConsentWording;
import java.util.HashMap;
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
 */
record FormSubmission(LeadRequest lead, Map<String, String> sentNames, Optional<String> redirect) {
  /** The field in which our page names its wording, see consentWording.jte. */
  private static final String CONSENT_VERSION = "consentVersion";

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
    // Sorted, so that the same field wins each time when two map to one of ours.
    for (String name : new TreeMap<>(fields.all()).keySet()) {
      String value = fields.typed(name);
      Optional<String> our = FieldNames.ours(name).filter(known -> fits(known, value));
      if (value.isEmpty()
          || HIDDEN.contains(name)
          || FieldNames.isDropped(name)
          || (name.equals(CONSENT_VERSION) && askedInOurWords(fields))) {
        continue;
      }
      if (FieldNames.isHoneypot(name)) {
        honeypot = value;
      } else if (FieldNames.isRedirect(name)) {
        redirect = Optional.of(value);
      } else if (our.isPresent() && ours.putIfAbsent(our.get(), value) == null) {
        sentNames.put(our.get(), name);
      } else {
        more.add(name, value);
      }
    }
    keepUnusable(ours, sentNames, more);
    LeadRequest lead =
        new LeadRequest(
            name(ours),
            ours.getOrDefault("phone", ""),
            ours.getOrDefault("email", ""),
            ours.getOrDefault("service", form.service().map(Service::code).orElse("")),
            ours.getOrDefault("message", ""),
            LeadField.plain(field -> Optional.ofNullable(ours.get(field.code()))),
            !form.consentRequired() || ours.containsKey("consent"),
            askedInOurWords(fields) ? ConsentWording.VERSION : form.consentVersion(),
            "form",
            PlainText.bounded(Optional.ofNullable(ours.get("page")), Origin.MAX_PAGE_LENGTH)
                .or(() -> referrer),
            AttributionFields.of(fields),
            fields.text("submissionKey").filter(PlainText::isKey).orElse(""),
            honeypot,
            Optional.of(form.name()),
            more.build());
    return new FormSubmission(lead, Map.copyOf(sentNames), redirect);
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

  /** An unknown service or a refused consent is kept among the other answers. */
  private static boolean fits(String our, String value) {
    return switch (our) {
      case "service" -> Service.of(value).isPresent();
      case "consent" -> !Set.of("no", "false", "off", "0").contains(value);
      default -> true;
    };
  }

  /** If only one of phone and e-mail address is valid, the other is kept as an answer. */
  private static void keepUnusable(
      Map<String, String> ours, Map<String, String> sentNames, ExtraAnswers more) {
    boolean phone = Phone.parse(ours.getOrDefault("phone", "")).isPresent();
    boolean email = EmailAddress.parse(ours.getOrDefault("email", "")).isPresent();
    if (phone != email) {
      String unusable = phone ? "email" : "phone";
      Optional.ofNullable(ours.remove(unusable))
          .ifPresent(value -> more.add(sentNames.getOrDefault(unusable, unusable), value));
    }
  }

  /** Our page names our wording; any other name is an answer like any other. */
  private static boolean askedInOurWords(Fields fields) {
    return fields.text(CONSENT_VERSION).filter(ConsentWording.VERSION::equals).isPresent();
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
