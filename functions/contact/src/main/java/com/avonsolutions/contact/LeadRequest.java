package com.avonsolutions.contact;

import com.avonsolutions.domain.lead.Attribution;
import com.avonsolutions.web.form.Fields;
import com.avonsolutions.web.form.PlainText;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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
@Introspected
record LeadRequest(
    @Size(max = 100, message = "Keep the name under 100 characters.")
        @Pattern(regexp = PlainText.LINE, message = PlainText.INVISIBLE)
        String name,
    @Size(max = 40, message = "Keep the phone number under 40 characters.")
        @Pattern(regexp = PlainText.LINE, message = PlainText.INVISIBLE)
        String phone,
    @Size(max = 254, message = "An e-mail address has at most 254 characters.")
        @Pattern(
            regexp = "|" + LeadRequest.EMAIL_ADDRESS,
            message = "Write the e-mail address like name@example.com.")
        String email,
    @Size(max = 150, message = "Keep the company's name under 150 characters.")
        @Pattern(regexp = PlainText.LINE, message = PlainText.INVISIBLE)
        String company,
    String service,
    @Size(max = 5000, message = "Keep the message under 5,000 characters.")
        @Pattern(regexp = PlainText.LINES, message = PlainText.INVISIBLE)
        String message,
    @AssertTrue(message = "Tick the box, so that we may answer you.") boolean consent,
    String consentVersion,
    String source,
    Optional<String> page,
    Attribution attribution,
    String submissionKey,
    String trap,
    Optional<String> form,
    Map<String, String> more) {
  static final String EMAIL_ADDRESS =
      "[^@\\s\\p{Z}\\p{C}]++@[^@.\\s\\p{Z}\\p{C}]++(\\.[^@.\\s\\p{Z}\\p{C}]++)++";

  /** The fields that people fill in, in the order of the form. */
  static final List<String> ORDER =
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
        Touches.of(fields),
        fields.text("submissionKey").filter(PlainText::isKey).orElse(""),
        fields.typed("website"),
        Optional.empty(),
        Map.of());
  }

  private static Set<String> known() {
    Set<String> known = new TreeSet<>(ORDER);
    known.addAll(Touches.NAMES);
    known.addAll(
        Set.of("consentVersion", "source", "page", "submissionKey", "formStamp", "website"));
    return Set.copyOf(known);
  }
}
