package com.avonsolutions.domain.lead.dynamodb;

import com.avonsolutions.domain.dynamodb.Items;
import com.avonsolutions.domain.lead.Lead;
import com.avonsolutions.domain.lead.LeadState;
import com.avonsolutions.domain.lead.Phone;
import com.avonsolutions.domain.lead.Service;
import com.avonsolutions.domain.submission.SubmissionIdentity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A lead as an item of the leads table. */
record LeadItem(Duration retention) {
  static final int SHARDS = 4;
  private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");

  Map<String, AttributeValue> write(Lead lead) {
    LocalDate day = lead.receivedAt().atZone(INDIA).toLocalDate();
    int shard = Math.floorMod(lead.id().hashCode(), SHARDS);
    Map<String, AttributeValue> attribution = new HashMap<>();
    lead.attribution().forEach((name, value) -> attribution.put(name, Items.text(value)));
    return new Items.Builder()
        .put("id", lead.id())
        .put("dayShard", day + "#" + shard)
        .put("state", lead.state().name())
        .put("stateShard", lead.state() + "#" + YearMonth.from(day) + '#' + shard)
        .put("name", lead.name())
        .put("email", lead.email())
        .put("emailHash", lead.email().map(LeadItem::emailHash))
        .put("phone", lead.phone().map(Phone::e164))
        .put("phoneTyped", lead.phone().map(Phone::asTyped))
        .put("phoneHash", lead.phone().map(LeadItem::phoneHash))
        .put("company", lead.company())
        .put("service", lead.service().map(Service::code))
        .put("message", lead.message())
        .put("consentVersion", lead.consentVersion())
        .put("source", lead.source())
        .put("page", lead.page())
        .put("attribution", AttributeValue.fromM(attribution))
        .put("receivedAt", lead.receivedAt().toString())
        .put("expiresAt", Items.epochSeconds(lead.receivedAt().plus(retention)))
        .build();
  }

  Lead read(Map<String, AttributeValue> item) {
    Optional<Phone> phone =
        Items.optional(item, "phone")
            .map(e164 -> new Phone(e164, Items.required(item, "phoneTyped")));
    return new Lead(
        Items.required(item, "id"),
        LeadState.valueOf(Items.required(item, "state")),
        Items.required(item, "name"),
        Items.optional(item, "email"),
        phone,
        Items.optional(item, "company"),
        Items.optional(item, "service").flatMap(Service::of),
        Items.optional(item, "message"),
        Items.required(item, "consentVersion"),
        Items.required(item, "source"),
        Items.optional(item, "page"),
        Items.textMap(item, "attribution"),
        Instant.parse(Items.required(item, "receivedAt")));
  }

  static String emailHash(String email) {
    return SubmissionIdentity.sha256("email\0" + email.toLowerCase(Locale.ROOT));
  }

  static String phoneHash(Phone phone) {
    return SubmissionIdentity.sha256("phone\0" + phone.e164());
  }
}
