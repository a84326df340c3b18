package com.avonsolutions.domain.lead;

import java.util.Optional;

/**
 * The person behind a lead. Our own forms require a phone number or an e-mail address; an ad
 * platform may send as little as a name.
 *
 * @param doNotCall whether the sender says that the person is on a do-not-call list
 */
public record Person(
    Optional<String> name,
    Optional<EmailAddress> email,
    Optional<Phone> phone,
    Optional<String> company,
    boolean doNotCall) {

  public static final Person UNKNOWN =
      new Person(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);
}
