package com.avonsolutions.notices.webhook;

import com.avonsolutions.deliveries.Channel;
import com.avonsolutions.domain.consent.Purpose;
import com.avonsolutions.domain.lead.EmailAddress;
import com.avonsolutions.domain.lead.Lead;
import com.avonsolutions.domain.lead.LeadField;
import com.avonsolutions.domain.lead.Phone;
import com.avonsolutions.domain.lead.Service;
import com.avonsolutions.notices.Notice;
import com.avonsolutions.text.Unicode;
import com.avonsolutions.text.json.JsonWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The body of a webhook. Every member is always there, and null where there is nothing or the
 * channel does not ask for it. Members are only ever added.
 */
final class Payload {
  /** Standard Webhooks asks for less than 20 kB. */
  private static final int MAX_BYTES = 20_000;

  /** In characters, when the whole would be too large. */
  private static final int CUT_MESSAGE = 1_000;

  private static final int CUT_ANSWER = 100;
  private static final int CUT_TOUCH = 60;

  private final Lead lead;
  private final Set<String> fields;
  private final List<String> cut = new ArrayList<>();

  private Payload(Lead lead, Set<String> fields) {
    this.lead = lead;
    this.fields = fields;
  }

  static byte[] of(Notice notice, Channel channel) {
    return notice
        .lead()
        .map(lead -> new Payload(lead, channel.fields()).fitting(notice))
        .orElseGet(() -> event(notice, new JsonWriter().put("id", notice.subjectId())).bytes());
  }

  private static JsonWriter event(Notice notice, JsonWriter data) {
    return new JsonWriter()
        .put("type", notice.event().code())
        .put("timestamp", notice.at().toString())
        .put("data", data.put("code", notice.code()));
  }

  /** Cuts the longest parts first, until it is small enough. */
  private byte[] fitting(Notice notice) {
    byte[] body = event(notice, data()).bytes();
    for (String part : List.of("message", "more", "touch")) {
      if (body.length <= MAX_BYTES) {
        break;
      }
      cut.add(part);
      body = event(notice, data()).bytes();
    }
    return body;
  }

  private JsonWriter data() {
    JsonWriter data =
        new JsonWriter()
            .put("id", lead.id())
            .put("state", lead.state().name())
            .put("receivedAt", lead.receivedAt().toString())
            .putOrNull("submittedAt", lead.origin().submittedAt().map(Instant::toString))
            .putOrNull("providerId", asked("source", lead.origin().providerId()))
            .putOrNull("source", asked("source", Optional.of(lead.origin().source())))
            .putOrNull("form", asked("form", lead.origin().form()))
            .putOrNull("page", asked("page", lead.origin().page()));
    putOrNull(data, "person", person());
    putOrNull(data, "enquiry", enquiry());
    putOrNull(data, "touch", touch());
    putOrNull(data, "consent", consent());
    return data.putTexts("cut", cut);
  }

  private boolean isAsked(String field) {
    return fields.isEmpty() || fields.contains(field);
  }

  private Optional<String> asked(String field, Optional<String> text) {
    return text.filter(present -> isAsked(field));
  }

  private void putOrNull(JsonWriter data, String name, JsonWriter value) {
    if (isAsked(name)) {
      data.put(name, value);
    } else {
      data.putOrNull(name, Optional.empty());
    }
  }

  private JsonWriter person() {
    JsonWriter person =
        new JsonWriter()
            .putOrNull("name", lead.person().name())
            .putOrNull("phone", lead.person().phone().map(Phone::e164))
            .putOrNull("phoneTyped", lead.person().phone().map(Phone::asTyped))
            .putOrNull("otherPhone", lead.person().otherPhone().map(Phone::e164))
            .putOrNull("email", lead.person().email().map(EmailAddress::text))
            .put("doNotCall", lead.person().doNotCall());
    LeadField.PLAIN.forEach(
        field ->
            person.putOrNull(field.code(), Optional.ofNullable(lead.person().texts().get(field))));
    return person;
  }

  private JsonWriter enquiry() {
    return new JsonWriter()
        .putOrNull("service", lead.enquiry().service().map(Service::code))
        .putOrNull(
            "message", lead.enquiry().message().map(text -> cut(text, "message", CUT_MESSAGE)))
        .put("more", texts(lead.enquiry().more(), "more", CUT_ANSWER));
  }

  private JsonWriter touch() {
    return new JsonWriter()
        .put("first", texts(lead.attribution().first(), "touch", CUT_TOUCH))
        .put("last", texts(lead.attribution().last(), "touch", CUT_TOUCH));
  }

  private JsonWriter consent() {
    return new JsonWriter()
        .put("version", lead.consent().words().version())
        .putOrNull("language", lead.consent().words().language())
        .putTexts("purposes", lead.consent().given().stream().map(Purpose::code).toList())
        .putTexts("refused", lead.consent().refused().stream().map(Purpose::code).toList());
  }

  private JsonWriter texts(Map<String, String> texts, String part, int limit) {
    JsonWriter object = new JsonWriter();
    new TreeMap<>(texts)
        .forEach((name, text) -> object.put(cut(name, part, limit), cut(text, part, limit)));
    return object;
  }

  private String cut(String text, String part, int limit) {
    return cut.contains(part) ? Unicode.cut(text, limit) : text;
  }
}
