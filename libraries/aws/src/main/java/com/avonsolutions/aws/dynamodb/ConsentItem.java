package com.avonsolutions.aws.dynamodb;

import com.avonsolutions.domain.consent.Consent;
import com.avonsolutions.domain.consent.ConsentMethod;
import com.avonsolutions.domain.consent.Purpose;
import com.avonsolutions.domain.consent.ShownWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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

  /** What the record has in common with the lead. */
  private static final List<String> COMMON =
      List.of("emailHash", "phoneHash", "source", "form", "page", "providerId");

  private ConsentItem() {}

  /**
   * The record of a consent. It depends on the item alone, so a lead has one record however often
   * it is written, and the record says what the lead says.
   *
   * @param kind {@link #LEAD} or {@link #TESTIMONIAL}
   * @param item of the lead or testimonial
   * @param version of the words
   * @param part as of {@link #part}
   */
  static Map<String, AttributeValue> record(
      String kind,
      Map<String, AttributeValue> item,
      String version,
      Map<String, AttributeValue> part) {
    String at = Items.required(item, "receivedAt");
    Map<String, AttributeValue> record = new HashMap<>(item);
    record.keySet().retainAll(COMMON);
    AttributeValue page = record.get("page");
    if (page != null) {
      // A query can hold what a person wrote, and the record outlives the erasure of the lead.
      record.put("page", Items.text(page.s().split("[?#]", 2)[0]));
    }
    record.put("subject", Items.text(kind + Items.required(item, "id")));
    record.put("event", Items.text(at + '#' + GIVEN));
    record.put("kind", Items.text(GIVEN));
    record.put("at", Items.text(at));
    record.put("version", Items.text(version));
    record.put("wordsKnown", AttributeValue.fromBool(part.containsKey("wordsHash")));
    record.put("purposes", AttributeValue.fromL(List.of()));
    record.put("refused", AttributeValue.fromL(List.of()));
    record.putAll(part);
    return record;
  }

  /**
   * The attribute {@code consent} of a lead: all but the version. Without empty lists, because
   * every byte of a lead is paid several times.
   */
  static Map<String, AttributeValue> part(Consent consent) {
    Items.Builder part =
        new Items.Builder()
            .put("method", consent.method().name().toLowerCase(Locale.ROOT))
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
        ConsentMethod.valueOf(
            Items.optional(part, "method").orElse("unknown").toUpperCase(Locale.ROOT)),
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
