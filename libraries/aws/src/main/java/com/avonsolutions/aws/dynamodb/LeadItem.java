package com.avonsolutions.aws.dynamodb;

import com.avonsolutions.domain.India;
import com.avonsolutions.domain.lead.Attribution;
import com.avonsolutions.domain.lead.EmailAddress;
import com.avonsolutions.domain.lead.Enquiry;
import com.avonsolutions.domain.lead.Lead;
import com.avonsolutions.domain.lead.LeadField;
import com.avonsolutions.domain.lead.LeadState;
import com.avonsolutions.domain.lead.Origin;
import com.avonsolutions.domain.lead.Person;
import com.avonsolutions.domain.lead.Phone;
import com.avonsolutions.domain.lead.Service;
import com.avonsolutions.domain.lead.SpamVerdict;
import com.avonsolutions.text.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The format of a lead as an item of the leads table, and inside a message of the queue. */
public record LeadItem(Duration retention) {
  static final int SHARDS = 4;

  public Map<String, AttributeValue> write(Lead lead) {
    LocalDate day = India.dayOf(lead.receivedAt());
    int shard = Math.floorMod(lead.id().hashCode(), SHARDS);
    Person person = lead.person();
    Enquiry enquiry = lead.enquiry();
    Origin origin = lead.origin();
    Items.Builder item = new Items.Builder();
    person.texts().forEach((field, text) -> item.put(field.code(), text));
    return item.put("id", lead.id())
        .put("dayShard", day + "#" + shard)
        .put("state", lead.state().name())
        .put("stateShard", lead.state() + "#" + YearMonth.from(day) + '#' + shard)
        .put("name", person.name())
        .put("email", person.email().map(EmailAddress::text))
        .put("emailHash", person.email().map(EmailAddress::text).map(LeadItem::emailHash))
        .put("phone", person.phone().map(Phone::e164))
        .put("phoneTyped", person.phone().map(Phone::asTyped))
        .put("phoneHash", person.phone().map(LeadItem::phoneHash))
        .put("otherPhone", person.otherPhone().map(Phone::e164))
        .put("otherPhoneTyped", person.otherPhone().map(Phone::asTyped))
        .put("otherPhoneHash", person.otherPhone().map(LeadItem::phoneHash))
        .put("doNotCall", AttributeValue.fromBool(person.doNotCall()))
        .put("service", enquiry.service().map(Service::code))
        .put("message", enquiry.message())
        .put("more", enquiry.more())
        .put("source", origin.source())
        .put("form", origin.form())
        .put("providerId", origin.providerId())
        .put("page", origin.page())
        .put("submittedAt", origin.submittedAt().map(Instant::toString))
        .put("firstTouch", lead.attribution().first())
        .put("lastTouch", lead.attribution().last())
        .put("consentVersion", lead.consent().words().version())
        .put("consent", AttributeValue.fromM(ConsentItem.part(lead.consent())))
        .putMap("spam", lead.spam().map(LeadItem::write))
        .put("receivedAt", lead.receivedAt().toString())
        .put("expiresAt", Items.epochSeconds(lead.receivedAt().plus(retention)))
        .build();
  }

  private static Map<String, AttributeValue> write(SpamVerdict spam) {
    return new Items.Builder()
        .put("quarantined", AttributeValue.fromBool(spam.quarantined()))
        .put("points", Items.number(spam.points()))
        .put("reasons", AttributeValue.fromL(spam.reasons().stream().map(Items::text).toList()))
        .build();
  }

  public Lead read(Map<String, AttributeValue> item) {
    return new Lead(
        Items.required(item, "id"),
        LeadState.valueOf(Items.required(item, "state")),
        new Person(
            Items.optional(item, "name"),
            Items.optional(item, "email").map(EmailAddress::new),
            phone(item, "phone"),
            phone(item, "otherPhone"),
            LeadField.plain(field -> Items.optional(item, field.code())),
            Items.flag(item, "doNotCall")),
        new Enquiry(
            Items.optional(item, "service").flatMap(Service::of),
            Items.optional(item, "message"),
            Items.textMap(item, "more")),
        new Origin(
            Items.required(item, "source"),
            Items.optional(item, "form"),
            Items.optional(item, "providerId"),
            Items.optional(item, "page"),
            Items.optional(item, "submittedAt").map(Instant::parse)),
        new Attribution(Items.textMap(item, "firstTouch"), Items.textMap(item, "lastTouch")),
        ConsentItem.read(Items.required(item, "consentVersion"), Items.map(item, "consent")),
        Optional.ofNullable(item.get("spam")).map(spam -> readSpam(spam.m())),
        Instant.parse(Items.required(item, "receivedAt")));
  }

  private static Optional<Phone> phone(Map<String, AttributeValue> item, String name) {
    return Items.optional(item, name)
        .map(e164 -> new Phone(e164, Items.required(item, name + "Typed")));
  }

  private static SpamVerdict readSpam(Map<String, AttributeValue> spam) {
    return new SpamVerdict(
        Items.flag(spam, "quarantined"),
        Items.optionalNumber(spam, "points").orElse(0L).intValue(),
        Items.texts(spam, "reasons"));
  }

  static String emailHash(String email) {
    return Sha256.hex("email\0" + email.toLowerCase(Locale.ROOT));
  }

  static String phoneHash(Phone phone) {
    return Sha256.hex("phone\0" + phone.e164());
  }
}
