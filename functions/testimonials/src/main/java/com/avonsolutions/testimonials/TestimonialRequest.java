package com.avonsolutions.testimonials;

import com.avonsolutions.web.form.Fields;
import com.avonsolutions.web.form.PlainText;
import java.util.Set;

/**
 * What came in as a testimonial, before it is one. Absent texts are empty.
 *
 * @param submissionKey the form's own key, empty when a script sent it
 * @param trap a field that people do not see; whoever fills it is most likely a robot
 */
record TestimonialRequest(
    String name,
    String role,
    String company,
    String text,
    String rating,
    boolean consent,
    String submissionKey,
    String trap) {

  /** Every field that means something here. */
  static final Set<String> KNOWN =
      Set.of("name", "role", "company", "text", "rating", "consent", "submissionKey", "website");

  static TestimonialRequest of(Fields fields) {
    return new TestimonialRequest(
        fields.typed("name"),
        fields.typed("role"),
        fields.typed("company"),
        fields.typed("text"),
        fields.typed("rating"),
        fields.ticked("consent"),
        fields.text("submissionKey").filter(PlainText::isKey).orElse(""),
        fields.typed("website"));
  }
}
