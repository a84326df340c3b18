package com.avonsolutions.domain.lead;

import java.util.Optional;

/**
 * Who asks. Our own forms see to it that there is a way to answer; an ad platform may send as
 * little as a name, and what it sends is kept.
 *
 * @param email as typed, without surrounding blanks
 * @param doNotCall whether the person is on a do-not-call list, as far as the sender knows
 */
public record Person(
    Optional<String> name,
    Optional<String> email,
    Optional<Phone> phone,
    Optional<String> company,
    boolean doNotCall) {

  /** Somebody of whom nothing is known yet. */
  public static final Person UNKNOWN =
      new Person(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);
}
