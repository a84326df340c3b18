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
 * What came in as a lead, before it is one. Absent texts are empty.
 *
 * @param consentVersion names the wording that the form showed beside the box
 * @param submissionKey the form's own key, empty when the page was cached or a script sent it
 * @param trap a field that people do not see; whoever fills it is most likely a robot
 * @param form which form of another site sent it, if one did
 * @param more answers to what we have no field for
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
    String trap,
    Optional<String> form,
    Map<String, String> more) {
  /** The fields that people fill in. */
  static final List<String> TYPED =
      List.of("name", "phone", "email", "company", "service", "message", "consent");

  /** Every field that means something here. */
  static final Set<String> KNOWN = known();

  /** Reads a submission. What no person typed is cut to its limit and never a reason to refuse. */
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
