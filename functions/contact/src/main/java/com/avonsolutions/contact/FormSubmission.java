package com.avonsolutions.contact;

import com.avonsolutions.domain.form.Form;
import com.avonsolutions.domain.lead.ExtraAnswers;
import com.avonsolutions.domain.lead.Phone;
import com.avonsolutions.domain.lead.Service;
import com.avonsolutions.domain.submission.InvalidSubmissionException;
import com.avonsolutions.domain.submission.Violation;
import com.avonsolutions.web.form.Fields;
import com.avonsolutions.web.form.PlainText;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a form of another site sent, in our words.
 *
 * @param sentNames how the form calls our fields, so that its mistakes can be told in its words
 * @param next where the submission asks to be sent on
 */
record FormSubmission(LeadRequest lead, Map<String, String> sentNames, Optional<String> next) {
  private static final Set<String> HIDDEN = hidden();

  /** Reads the fields, of which each has one place in the lead and none is dropped. */
  static FormSubmission of(Form form, Fields fields, Optional<String> referrer) {
    Map<String, String> ours = new HashMap<>();
    Map<String, String> sentNames = new HashMap<>();
    ExtraAnswers more = new ExtraAnswers();
    String trap = "";
    Optional<String> next = Optional.empty();
    // In one order always, for JSON and forms keep none.
    for (String name : new TreeMap<>(fields.all()).keySet()) {
      String value = fields.typed(name);
      Optional<String> our = FieldNames.ours(name).filter(known -> fits(known, value));
      if (value.isEmpty() || HIDDEN.contains(name) || FieldNames.isDropped(name)) {
        continue;
      }
      if (FieldNames.isTrap(name)) {
        trap = value;
      } else if (FieldNames.isNext(name)) {
        next = Optional.of(value);
      } else if (our.isPresent() && ours.putIfAbsent(our.get(), value) == null) {
        sentNames.put(our.get(), name);
      } else {
        more.add(name, value);
      }
    }
    keepTheUnusable(ours, sentNames, more);
    LeadRequest lead =
        new LeadRequest(
            name(ours),
            ours.getOrDefault("phone", ""),
            ours.getOrDefault("email", ""),
            ours.getOrDefault("company", ""),
            ours.getOrDefault("service", form.service().map(Service::code).orElse("")),
            ours.getOrDefault("message", ""),
            !form.consentRequired() || ours.containsKey("consent"),
            form.consentVersion(),
            "form",
            PlainText.bounded(Optional.ofNullable(ours.get("page")), 500).or(() -> referrer),
            AttributionFields.of(fields),
            fields.text("submissionKey").filter(PlainText::isKey).orElse(""),
            trap,
            Optional.of(form.name()),
            more.build());
    return new FormSubmission(lead, Map.copyOf(sentNames), next);
  }

  /** The mistakes with the names that the form has for its fields. */
  InvalidSubmissionException inItsWords(InvalidSubmissionException invalid) {
    return new InvalidSubmissionException(
        invalid.violations().stream()
            .map(
                violation ->
                    new Violation(
                        sentNames.getOrDefault(violation.field(), violation.field()),
                        violation.message()))
            .toList());
  }

  /** A service or a consent in other words than ours is an answer like any other. */
  private static boolean fits(String our, String value) {
    return switch (our) {
      case "service" -> Service.of(value).isPresent();
      case "consent" -> !Set.of("no", "false", "off", "0").contains(value);
      default -> true;
    };
  }

  /** Of a phone and an e-mail address of which only one can be used, the other is kept as it is. */
  private static void keepTheUnusable(
      Map<String, String> ours, Map<String, String> sentNames, ExtraAnswers more) {
    boolean phone = Phone.parse(ours.getOrDefault("phone", "")).isPresent();
    boolean email = LeadRequest.isEmailAddress(ours.getOrDefault("email", ""));
    if (phone != email) {
      String unusable = phone ? "email" : "phone";
      Optional.ofNullable(ours.remove(unusable))
          .ifPresent(value -> more.add(sentNames.getOrDefault(unusable, unusable), value));
    }
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
