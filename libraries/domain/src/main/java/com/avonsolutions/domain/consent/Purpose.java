package com.avonsolutions.domain.consent;

import java.util.Locale;

/**
 * What data is used for. Consent is given for each purpose alone, and in this order forms ask for
 * it. A form that does not ask for a purpose neither gives nor refuses it.
 */
public enum Purpose {
  ANSWER_ENQUIRY,
  UPDATES,
  MEASURE_ADS,
  PUBLISH_TESTIMONIAL;

  /** The name in stored records and in the files of the notices, e.g. {@code answer-enquiry}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The purpose with this code.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Purpose of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
