package com.avonsolutions.testimonials;

import com.avonsolutions.domain.consent.Consent;
import com.avonsolutions.domain.consent.ConsentMethod;
import com.avonsolutions.domain.consent.Purpose;
import com.avonsolutions.web.form.Fields;
import com.avonsolutions.web.form.PlainText;
import com.avonsolutions.web.page.ConsentWords;
import java.util.Set;

/**
 * A testimonial as it was sent, before it is checked. Missing texts are empty.
 *
 * @param consent to publish it; given if {@code consented}
 * @param submissionKey the form's own key; empty from a script
 * @param honeypot a field that people do not see, so only robots fill it in
 */
record TestimonialRequest(
    String name,
    String role,
    String company,
    String text,
    String rating,
    boolean consented,
    Consent consent,
    String submissionKey,
    String honeypot) {

  /** All fields, hidden ones too. */
  static final Set<String> KNOWN =
      Set.of(
          "name",
          "role",
          "company",
          "text",
          "rating",
          "consent",
          "consentVersion",
          "consentLanguage",
          "submissionKey",
          "website");

  static TestimonialRequest of(Fields fields) {
    return new TestimonialRequest(
        fields.typed("name"),
        fields.typed("role"),
        fields.typed("company"),
        fields.typed("text"),
        fields.typed("rating"),
        fields.ticked("consent"),
        Consent.to(Purpose.PUBLISH_TESTIMONIAL, ConsentWords.shown(fields), ConsentMethod.TICKED),
        fields.text("submissionKey").filter(PlainText::isKey).orElse(""),
        fields.trap("website"));
  }
}
