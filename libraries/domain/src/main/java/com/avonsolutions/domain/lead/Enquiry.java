package com.avonsolutions.domain.lead;

import java.util.Map;
import java.util.Optional;

/**
 * What a person asks for.
 *
 * @param more answers to questions that we have no field for, by the name that the form or the ad
 *     platform gives them; {@link ExtraAnswers} limits them
 */
public record Enquiry(
    Optional<Service> service, Optional<String> message, Map<String, String> more) {

  public static final Enquiry NONE = new Enquiry(Optional.empty(), Optional.empty(), Map.of());

  public Enquiry {
    more = Map.copyOf(more);
  }
}
