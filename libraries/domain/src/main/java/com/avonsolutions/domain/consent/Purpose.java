package com.avonsolutions.domain.consent;

import java.util.Optional;

/**
 * What data is used for. Consent is given for each purpose alone, and in this order forms ask for
 * it. A form that does not ask for a purpose neither gives nor refuses it.
 */
public enum Purpose {
  ANSWER_ENQUIRY("answer-enquiry"),
  UPDATES("updates"),
  MEASURE_ADS("measure-ads"),
  PUBLISH_TESTIMONIAL("publish-testimonial");

  private final String code;

  Purpose(String code) {
    this.code = code;
  }

  /** The name in stored records and in the files of the notices; never changes. */
  public String code() {
    return code;
  }

  public static Optional<Purpose> of(String code) {
    for (Purpose purpose : values()) {
      if (purpose.code().equals(code)) {
        return Optional.of(purpose);
      }
    }
    return Optional.empty();
  }
}
