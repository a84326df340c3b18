package com.avonsolutions.contact;

import com.avonsolutions.domain.lead.Attribution;
import com.avonsolutions.web.form.Fields;
import com.avonsolutions.web.form.PlainText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads a lead's first and last touch from the fields that a form's script filled in. The first
 * touch has the same names with {@code first_} before them.
 */
final class AttributionFields {
  private static final String FIRST = "first_";
  private static final int LONGEST = 500;

  /** Campaign parameters and click ids that advertising adds to an address. */
  static final List<String> CAMPAIGN =
      List.of(
          "utm_source",
          "utm_medium",
          "utm_campaign",
          "utm_term",
          "utm_content",
          "gclid",
          "gbraid",
          "wbraid",
          "fbclid",
          "msclkid",
          "li_fat_id",
          "ttclid");

  private static final Set<String> LAST_NAMES = lastNames();

  /** Every field of both touches. */
  static final Set<String> NAMES = names();

  private AttributionFields() {}

  static Attribution of(Fields fields) {
    Map<String, String> first = new HashMap<>();
    Map<String, String> last = new HashMap<>();
    for (String name : LAST_NAMES) {
      PlainText.bounded(fields.text(FIRST + name), LONGEST)
          .ifPresent(value -> first.put(name, value));
      PlainText.bounded(fields.text(name), LONGEST).ifPresent(value -> last.put(name, value));
    }
    return new Attribution(first, last);
  }

  private static Set<String> lastNames() {
    Set<String> names = new TreeSet<>(CAMPAIGN);
    names.addAll(Set.of("referrer", "landing_page", "seen"));
    return Set.copyOf(names);
  }

  private static Set<String> names() {
    Set<String> names = new TreeSet<>(LAST_NAMES);
    LAST_NAMES.forEach(name -> names.add(FIRST + name));
    return Set.copyOf(names);
  }
}
