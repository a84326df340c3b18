package com.avonsolutions.aws.dynamodb;

import com.avonsolutions.domain.consent.Consent;
import com.avonsolutions.domain.consent.ConsentMethod;
import com.avonsolutions.domain.consent.Purpose;
import com.avonsolutions.domain.consent.ShownWords;
import com.avonsolutions.domain.lead.EmailAddress;
import com.avonsolutions.domain.lead.Lead;
import com.avonsolutions.domain.lead.Origin;
import com.avonsolutions.domain.testimonial.Testimonial;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The format of a consent as an item of the consents table, and as a part of the lead's item. */
public final class ConsentItem {
  /** The beginning of {@code subject}, before the id. */
  public static final String LEAD = "lead#";

  public static final String TESTIMONIAL = "testimonial#";

  private static final String GIVEN = "GIVEN";

  private ConsentItem() {}

  /**
   * The record of a lead's consent. Its key depends on the lead alone, so a lead has one record
   * however often it is written.
   *
   * @param expiry of the lead
   * @param longer how much longer the record is kept
   */
  static Map<String, AttributeValue> of(Lead lead, Instant expiry, Duration longer) {
    Origin origin = lead.origin();
    return record(LEAD + lead.id(), lead.consent(), lead.receivedAt())
        .put("emailHash", lead.person().email().map(EmailAddress::text).map(LeadItem::emailHash))
        .put("phoneHash", lead.person().phone().map(LeadItem::phoneHash))
        .put("source", origin.source())
        .put("form", origin.form())
        .put("page", origin.page().map(ConsentItem::withoutQuery))
        .put("providerId", origin.providerId())
        .put("expiresAt", Items.epochSeconds(expiry.plus(longer)))
        .build();
  }

  /** The record of a consent to publish. It stays, as the testimonial does. */
  static Map<String, AttributeValue> of(Testimonial testimonial, Consent consent) {
    return record(TESTIMONIAL + testimonial.id(), consent, testimonial.receivedAt())
        .put("source", "site")
        .put("form", "testimonials")
        .build();
  }

  private static Items.Builder record(String subject, Consent consent, Instant at) {
    Items.Builder item =
        new Items.Builder()
            .put("subject", subject)
            .put("event", at + "#" + GIVEN)
            .put("kind", GIVEN)
            .put("version", consent.words().version())
            .put("wordsKnown", AttributeValue.fromBool(consent.words().hash().isPresent()))
            .put("at", at.toString());
    put(item, consent);
    return item;
  }

  /**
   * The attribute {@code consent} of a lead: all but the version, from which the record can be
   * written again. Without empty lists, because every byte of a lead is paid several times.
   */
  static Map<String, AttributeValue> part(Consent consent) {
    Items.Builder item = new Items.Builder();
    put(item, consent);
    Map<String, AttributeValue> part = new HashMap<>(item.build());
    part.values().removeIf(value -> value.hasL() && value.l().isEmpty());
    return part;
  }

  private static void put(Items.Builder item, Consent consent) {
    item.put("method", consent.method().code())
        .put("language", consent.words().language())
        .put("wordsHash", consent.words().hash())
        .put("purposes", purposes(consent.given()))
        .put("refused", purposes(consent.refused()));
  }

  /**
   * The consent of a lead. An item from before there were records has a version alone: nobody wrote
   * down how that person consented.
   */
  public static Consent read(String version, Map<String, AttributeValue> part) {
    return new Consent(
        new ShownWords(
            version, Items.optional(part, "language"), Items.optional(part, "wordsHash")),
        Items.optional(part, "method").flatMap(ConsentMethod::of).orElse(ConsentMethod.UNKNOWN),
        readPurposes(part, "purposes"),
        readPurposes(part, "refused"));
  }

  private static AttributeValue purposes(Set<Purpose> purposes) {
    List<AttributeValue> codes = new ArrayList<>();
    for (Purpose purpose : purposes) {
      codes.add(Items.text(purpose.code()));
    }
    return AttributeValue.fromL(codes);
  }

  private static Set<Purpose> readPurposes(Map<String, AttributeValue> item, String name) {
    Set<Purpose> purposes = new TreeSet<>();
    for (String code : Items.texts(item, name)) {
      Purpose.of(code).ifPresent(purposes::add);
    }
    return purposes;
  }

  /** A query can hold what a person wrote, and the record outlives the erasure of the lead. */
  private static String withoutQuery(String page) {
    return page.split("[?#]", 2)[0];
  }
}
