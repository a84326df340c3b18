package com.avonsolutions.domain.lead;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A person who asks to be called or written to. At least one of {@code email} and {@code phone} is
 * there.
 *
 * @param id time-ordered, see {@link com.avonsolutions.domain.IdGenerator}
 * @param email as typed, without surrounding blanks
 * @param consentVersion which wording of the consent line the person ticked
 * @param source which form or channel it came from, e.g. {@code site}
 * @param page address of the page that held the form
 * @param attribution campaign parameters and click ids by their usual names, e.g. {@code
 *     utm_source}, {@code gclid}
 */
public record Lead(
    String id,
    LeadState state,
    String name,
    Optional<String> email,
    Optional<Phone> phone,
    Optional<String> company,
    Optional<Service> service,
    Optional<String> message,
    String consentVersion,
    String source,
    Optional<String> page,
    Map<String, String> attribution,
    Instant receivedAt) {

  public Lead {
    if (email.isEmpty() && phone.isEmpty()) {
      throw new IllegalArgumentException("A lead needs an e-mail address or a phone number");
    }
    attribution = Map.copyOf(attribution);
  }
}
