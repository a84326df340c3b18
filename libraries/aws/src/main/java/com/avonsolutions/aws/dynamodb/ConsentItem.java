package com.avonsolutions.aws.dynamodb;

import com.avonsolutions.domain.consent.Consent;
import com.avonsolutions.domain.consent.ConsentMethod;
import com.avonsolutions.domain.consent.Purpose;
import com.avonsolutions.domain.consent.ShownWords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The format of a consent as a part of the lead's item, and as an item of the consents table. */
public final class ConsentItem {
  /** The beginning of {@code subject}, before the id. */
  public static final String LEAD = "lead#";

  public static final String TESTIMONIAL = "testimonial#";

  private static final String GIVEN = "GIVEN";

  /** What the record of a lead's consent has in common with the lead. */
  private static final List<String> OF_THE_LEAD =
      List.of("emailHash", "phoneHash", "source", "form", "page", "providerId");

  private ConsentItem() {}

  /**
   * The record of a lead's consent. It depends on the item of the lead alone, so a lead has one
   * record however often it is written, and the record says what the lead says.
   *
   * @param longer how much longer than the lead the record is kept
   */
  static Map<String, AttributeValue> ofLead(Map<String, AttributeValue> lead, Duration longer) {
    Map<String, AttributeValue> record = new HashMap<>(lead);
    record.keySet().retainAll(OF_THE_LEAD);
    // A query can hold what a person wrote, and the record outlives the erasure of the lead.
    record.computeIfPresent("page", (name, page) -> Items.text(page.s().split("[?#]", 2)[0]));
    long expiry = Items.optionalNumber(lead, "expiresAt").orElseThrow();
    record.put("expiresAt", Items.number(expiry + longer.toSeconds()));
    complete(
        record,
        LEAD + Items.required(lead, "id"),
        Items.required(lead, "receivedAt"),
        Items.required(lead, "consentVersion"),
        Items.map(lead, "consent"));
    return record;
  }

  /** The record of a consent to publish. It stays, as the testimonial does. */
  static Map<String, AttributeValue> ofTestimonial(
      Map<String, AttributeValue> testimonial, Consent consent) {
    Map<String, AttributeValue> record = new HashMap<>();
    record.put("source", Items.text("site"));
    record.put("form", Items.text("testimonials"));
    complete(
        record,
        TESTIMONIAL + Items.required(testimonial, "id"),
        Items.required(testimonial, "receivedAt"),
        consent.words().version(),
        part(consent));
    return record;
  }

  private static void complete(
      Map<String, AttributeValue> record,
      String subject,
      String at,
      String version,
      Map<String, AttributeValue> part) {
    record.put("subject", Items.text(subject));
    record.put("event", Items.text(at + '#' + GIVEN));
    record.put("kind", Items.text(GIVEN));
    record.put("at", Items.text(at));
    record.put("version", Items.text(version));
    record.put("wordsKnown", AttributeValue.fromBool(part.containsKey("wordsHash")));
    record.put("purposes", AttributeValue.fromL(List.of()));
    record.put("refused", AttributeValue.fromL(List.of()));
    record.putAll(part);
  }

  /**
   * The attribute {@code consent} of a lead: all but the version. Without empty lists, because
   * every byte of a lead is paid several times.
   */
  static Map<String, AttributeValue> part(Consent consent) {
    Items.Builder part =
        new Items.Builder()
            .put("method", consent.method().code())
            .put("language", consent.words().language())
            .put("wordsHash", consent.words().hash());
    put(part, "purposes", consent.given());
    put(part, "refused", consent.refused());
    return part.build();
  }

  private static void put(Items.Builder part, String name, Set<Purpose> purposes) {
    List<AttributeValue> codes = new ArrayList<>();
    for (Purpose purpose : purposes) {
      codes.add(Items.text(purpose.code()));
    }
    if (!codes.isEmpty()) {
      part.put(name, AttributeValue.fromL(codes));
    }
  }

  /**
   * Reads a part of a lead, or a record. A lead from before there were records has a version alone:
   * nobody wrote down how that person consented.
   */
  public static Consent read(String version, Map<String, AttributeValue> part) {
    return new Consent(
        new ShownWords(
            version, Items.optional(part, "language"), Items.optional(part, "wordsHash")),
        ConsentMethod.of(Items.optional(part, "method").orElse("unknown")),
        purposes(part, "purposes"),
        purposes(part, "refused"));
  }

  private static Set<Purpose> purposes(Map<String, AttributeValue> part, String name) {
    Set<Purpose> purposes = new TreeSet<>();
    for (String code : Items.texts(part, name)) {
      purposes.add(Purpose.of(code));
    }
    return purposes;
  }
}
