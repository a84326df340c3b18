package com.avonsolutions.notices;

import com.avonsolutions.domain.India;
import com.avonsolutions.domain.consent.Purpose;
import com.avonsolutions.domain.lead.EmailAddress;
import com.avonsolutions.domain.lead.Lead;
import com.avonsolutions.domain.lead.Phone;
import com.avonsolutions.domain.lead.Service;
import com.avonsolutions.text.Unicode;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A lead as lines of a message: everything that it holds, in the order in which staff need it. */
final class LeadFacts {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH).withZone(India.ZONE);

  private LeadFacts() {}

  /** All lines but the message, which has more than one line of its own. */
  static List<NoticeText.Fact> of(Lead lead) {
    List<NoticeText.Fact> facts = new ArrayList<>();
    lead.person().phone().ifPresent(phone -> addPhone(facts, "Phone", phone));
    lead.person().otherPhone().ifPresent(phone -> addPhone(facts, "Other phone", phone));
    lead.person()
        .email()
        .map(EmailAddress::text)
        .ifPresent(email -> facts.add(fact("E-mail", email, Optional.of("mailto:" + email))));
    lead.person()
        .texts()
        .forEach((field, text) -> facts.add(fact(label(field.code()), text, Optional.empty())));
    add(facts, "Service", lead.enquiry().service().map(Service::label));
    add(facts, "Source", Optional.of(lead.origin().source()));
    add(facts, "Form", lead.origin().form());
    add(facts, "Page", lead.origin().page());
    addTexts(facts, "", lead.enquiry().more());
    addTexts(facts, "Campaign: ", lead.attribution().last());
    addTexts(facts, "First visit: ", lead.attribution().first());
    add(facts, "Agreed to", purposes(lead));
    add(facts, "Refused", refused(lead));
    add(facts, "Notice", Optional.of(lead.consent().words().version()));
    add(facts, "Sent", lead.origin().submittedAt().map(LeadFacts::time));
    add(facts, "Received", Optional.of(time(lead.receivedAt())));
    add(facts, "Provider's id", lead.origin().providerId());
    add(facts, "Id", Optional.of(lead.id()));
    return List.copyOf(facts);
  }

  /** As typed too, because the number is our reading of it. */
  private static void addPhone(List<NoticeText.Fact> facts, String label, Phone phone) {
    String typed = phone.asTyped().equals(phone.e164()) ? "" : " (typed " + phone.asTyped() + ")";
    facts.add(fact(label, phone.e164() + typed, Optional.of("tel:" + phone.e164())));
    facts.add(
        fact(
            "WhatsApp",
            "https://wa.me/" + phone.e164().substring(1),
            Optional.of("https://wa.me/" + phone.e164().substring(1))));
  }

  private static void add(List<NoticeText.Fact> facts, String label, Optional<String> text) {
    text.ifPresent(present -> facts.add(fact(label, present, Optional.empty())));
  }

  private static void addTexts(
      List<NoticeText.Fact> facts, String prefix, Map<String, String> texts) {
    new TreeMap<>(texts)
        .forEach((name, text) -> facts.add(fact(prefix + name, text, Optional.empty())));
  }

  private static NoticeText.Fact fact(String label, String text, Optional<String> link) {
    return new NoticeText.Fact(Unicode.printableLine(label), Unicode.printableLine(text), link);
  }

  private static String label(String code) {
    return code.substring(0, 1).toUpperCase(Locale.ROOT) + code.substring(1);
  }

  private static Optional<String> purposes(Lead lead) {
    return Optional.of(
            lead.consent().given().stream().map(Purpose::code).collect(Collectors.joining(", ")))
        .filter(text -> !text.isEmpty());
  }

  private static Optional<String> refused(Lead lead) {
    return Optional.of(
            lead.consent().refused().stream().map(Purpose::code).collect(Collectors.joining(", ")))
        .filter(text -> !text.isEmpty());
  }

  static String time(Instant instant) {
    return TIME.format(instant);
  }
}
