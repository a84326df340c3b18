package com.avonsolutions.contact;

import com.avonsolutions.domain.lead.Attribution;
import com.avonsolutions.web.form.Fields;
import com.avonsolutions.web.form.PlainText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A submission as it was sent, before it is checked. Missing texts are empty.
 *
 * @param consentVersion names the wording that the form showed beside the consent box
 * @param submissionKey the form's own key; empty from a cached page or a script
 * @param honeypot a field that people do not see, so only robots fill it in
 * @param form the form of another site that sent it
 * @param more answers that we have no field for
 */
record LeadRequest(
    String name,
    String phone,
    String email,
    String company,
    String service,
    String message,
    boolean consent,
    String consentVersion,
    String source,
    Optional<String> page,
    Attribution attribution,
    String submissionKey,
    String honeypot,
    Optional<String> form,
    Map<String, String> more) {
  /** The fields that people fill in. */
  static final List<String> TYPED =
      List.of("name", "phone", "email", "company", "service", "message", "consent");

  /** All fields, hidden ones too. */
  static final Set<String> KNOWN = known();

  /** Reads a submission. Hidden fields are cut to their limits and cause no violation. */
  static LeadRequest of(Fields fields) {
    return new LeadRequest(
        fields.typed("name"),
        fields.typed("phone"),
        fields.typed("email"),
        fields.typed("company"),
        fields.typed("service"),
        fields.typed("message"),
        fields.ticked("consent"),
        PlainText.bounded(fields.text("consentVersion"), 50).orElse("unnamed"),
        PlainText.bounded(fields.text("source"), 100).orElse("unnamed"),
        PlainText.bounded(fields.text("page"), 500),
        AttributionFields.of(fields),
        fields.text("submissionKey").filter(PlainText::isKey).orElse(""),
        fields.typed("website"),
        Optional.empty(),
        Map.of());
  }

  private static Set<String> known() {
    Set<String> known = new TreeSet<>(TYPED);
    known.addAll(AttributionFields.NAMES);
    known.addAll(
        Set.of("consentVersion", "source", "page", "submissionKey", "formStamp", "website"));
    return Set.copyOf(known);
  }
}
