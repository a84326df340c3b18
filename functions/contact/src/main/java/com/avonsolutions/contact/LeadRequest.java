package com.avonsolutions.contact;

import com.avonsolutions.domain.consent.Consent;
import com.avonsolutions.domain.consent.ConsentMethod;
import com.avonsolutions.domain.consent.Purpose;
import com.avonsolutions.domain.lead.Attribution;
import com.avonsolutions.domain.lead.EmailAddress;
import com.avonsolutions.domain.lead.ExtraAnswers;
import com.avonsolutions.domain.lead.LeadField;
import com.avonsolutions.domain.lead.Origin;
import com.avonsolutions.domain.lead.PhoneAnswers;
import com.avonsolutions.domain.submission.Placeholder;
import com.avonsolutions.web.form.Fields;
import com.avonsolutions.web.form.PlainText;
import com.avonsolutions.web.page.ConsentWords;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A submission as it was sent, before it is checked. Missing texts are empty.
 *
 * @param texts the {@link LeadField#PLAIN} fields that are given
 * @param consented whether the sender consented as far as the form requires it
 * @param consent what the sender was asked and answered
 * @param submissionKey the form's own key; empty from a cached page or a script
 * @param honeypot a field that people do not see, so only robots fill it in
 * @param form the form of another site that sent it
 * @param more answers that we have no field for
 */
record LeadRequest(
    String name,
    PhoneAnswers.Choice phone,
    String email,
    String service,
    String message,
    Map<LeadField, String> texts,
    boolean consented,
    Consent consent,
    String source,
    Optional<String> page,
    Attribution attribution,
    String submissionKey,
    String honeypot,
    Optional<String> form,
    Map<String, String> more) {
  /** All fields, hidden ones too. */
  static final Set<String> KNOWN = known();

  /** Reads a submission. Hidden fields are cut to their limits and cause no violation. */
  static LeadRequest of(Fields fields) {
    String typed = fields.typed("phone");
    PhoneAnswers.Choice phone =
        typed.length() > LeadField.PHONE.maxLength()
            ? PhoneAnswers.Choice.unusable("phone", typed)
            : PhoneAnswers.of("phone", typed);
    return new LeadRequest(
        fields.typed("name"),
        phone,
        email(fields.typed("email")),
        fields.typed("service"),
        fields.typed("message"),
        LeadField.plain(field -> PlainText.present(fields.typed(field.code()))),
        fields.ticked("consent"),
        Consent.to(Purpose.ANSWER_ENQUIRY, ConsentWords.shown(fields), ConsentMethod.TICKED),
        PlainText.bounded(fields.text("source"), Origin.MAX_SOURCE_LENGTH).orElse(Origin.UNNAMED),
        PlainText.bounded(fields.text("page"), Origin.MAX_PAGE_LENGTH),
        AttributionFields.of(fields),
        fields.text("submissionKey").filter(PlainText::isKey).orElse(""),
        fields.trap("website"),
        Optional.empty(),
        more(phone, fields.typed("email")));
  }

  private static Map<String, String> more(PhoneAnswers.Choice phone, String email) {
    ExtraAnswers more = new ExtraAnswers();
    phone.more().forEach(more::add);
    if (EmailAddress.isSeveral(email)) {
      more.add("email", email);
    }
    return more.build();
  }

  /** The address that was probably meant instead of the one that was typed. */
  Optional<EmailAddress> probablyMeant() {
    return EmailAddress.parse(email).flatMap(EmailAddress::suggestion);
  }

  /** An address as it can be used, or else what was typed; empty if that means none. */
  static String email(String typed) {
    return EmailAddress.read(typed)
        .map(EmailAddress::text)
        .orElse(Placeholder.is(typed) ? "" : typed);
  }

  private static Set<String> known() {
    Set<String> known = new TreeSet<>(AttributionFields.NAMES);
    known.addAll(Set.of("name", "phone", "email", "service", "message", "consent"));
    LeadField.PLAIN.forEach(field -> known.add(field.code()));
    known.addAll(ConsentWords.FIELDS);
    known.addAll(Set.of("source", "page", "submissionKey", "formStamp", "website"));
    return Set.copyOf(known);
  }
}
