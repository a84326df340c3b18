package com.avonsolutions.domain.lead;

import java.util.List;
import java.util.Map;

/**
 * Which advertising brought a person: campaign parameters and click ids by their usual names
 * ({@code utm_source}, {@code gclid}), {@code referrer}, {@code landing_page}, and {@code seen} for
 * the time of the first touch. Written by scripts and addresses, never by the person, so it stands
 * apart from what the person typed.
 *
 * @param first what brought the person the first time, as far as they agreed to be remembered
 * @param last what brought the person this time
 */
public record Attribution(Map<String, String> first, Map<String, String> last) {

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

  /** Came by no known way. */
  public static final Attribution NONE = new Attribution(Map.of(), Map.of());

  public Attribution {
    first = Map.copyOf(first);
    last = Map.copyOf(last);
  }

  /** Only this visit is known. */
  public static Attribution ofLast(Map<String, String> last) {
    return new Attribution(Map.of(), last);
  }
}
