package com.avonsolutions.testimonials;

import com.avonsolutions.web.form.Fields;
import com.avonsolutions.web.form.PlainText;
import io.micronaut.core.annotation.Introspected;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;

/**
 * What came in as a testimonial, before it is one. Absent texts are empty.
 *
 * @param submissionKey the form's own key, empty when a script sent it
 * @param trap a field that people do not see; whoever fills it is most likely a robot
 */
@Introspected
record TestimonialRequest(
    @NotBlank(message = "Tell us your name.")
        @Size(max = 100, message = "Keep the name under 100 characters.")
        @Pattern(regexp = PlainText.LINE, message = PlainText.INVISIBLE)
        String name,
    @Size(max = 100, message = "Keep the role under 100 characters.")
        @Pattern(regexp = PlainText.LINE, message = PlainText.INVISIBLE)
        String role,
    @Size(max = 150, message = "Keep the company's name under 150 characters.")
        @Pattern(regexp = PlainText.LINE, message = PlainText.INVISIBLE)
        String company,
    @Size(min = 20, max = 1500, message = "Write between 20 and 1,500 characters.")
        @Pattern(regexp = PlainText.LINES, message = PlainText.INVISIBLE)
        String text,
    @Pattern(regexp = "[1-5]?", message = "Choose a rating from 1 to 5, or none.") String rating,
    @AssertTrue(message = "Tick the box, so that we may publish your words.") boolean consent,
    String submissionKey,
    String trap) {

  /** The fields that people fill in, in the order of the form. */
  static final List<String> ORDER = List.of("name", "role", "company", "text", "rating", "consent");

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
