package com.avonsolutions.domain.lead;

import java.util.List;
import java.util.Map;

/**
 * Which advertising brought a person: campaign parameters and click ids by their usual names
 * ({@code utm_source}, {@code gclid}), {@code referrer}, {@code landing_page}, and {@code seen} for
 * the time of the first touch. Scripts and links supply these, not the person, so they are kept
 * apart from what the person typed.
 *
 * @param first the first touch; empty unless the person agreed to be remembered
 * @param last the last touch, that of this visit
 */
public record Attribution(Map<String, String> first, Map<String, String> last) {

  /** At which each value is cut, in characters. */
  public static final int MAX_LENGTH = 500;

  /** The campaign parameters and click ids that advertising adds to an address. */
  public static final List<String> CAMPAIGN =
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

  public static final Attribution NONE = new Attribution(Map.of(), Map.of());

  public Attribution {
    first = Map.copyOf(first);
    last = Map.copyOf(last);
  }

  public static Attribution ofLast(Map<String, String> last) {
    return new Attribution(Map.of(), last);
  }
}
