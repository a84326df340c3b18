package com.avonsolutions.contact;

import com.avonsolutions.domain.lead.Attribution;
import com.avonsolutions.web.form.Fields;
import com.avonsolutions.web.form.PlainText;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads a lead's first and last touch from a form's hidden fields. Fields of the first touch have
 * the prefix {@code first_}.
 */
final class AttributionFields {
  private static final String FIRST = "first_";

  private static final Set<String> LAST_TOUCH = lastTouch();

  /** Every field of both touches. */
  static final Set<String> NAMES = names();

  private AttributionFields() {}

  static Attribution of(Fields fields) {
    Map<String, String> first = new HashMap<>();
    Map<String, String> last = new HashMap<>();
    for (String name : LAST_TOUCH) {
      PlainText.bounded(fields.text(FIRST + name), Attribution.MAX_LENGTH)
          .ifPresent(value -> first.put(name, value));
      PlainText.bounded(fields.text(name), Attribution.MAX_LENGTH)
          .ifPresent(value -> last.put(name, value));
    }
    return new Attribution(first, last);
  }

  private static Set<String> lastTouch() {
    Set<String> names = new TreeSet<>(Attribution.CAMPAIGN);
    names.addAll(Set.of("referrer", "landing_page", "seen"));
    return Set.copyOf(names);
  }

  private static Set<String> names() {
    Set<String> names = new TreeSet<>(LAST_TOUCH);
    LAST_TOUCH.forEach(name -> names.add(FIRST + name));
    return Set.copyOf(names);
  }
}
