package com.avonsolutions.domain.lead;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The person behind a lead. Our own forms require a phone number or an e-mail address; an ad
 * platform may send as little as a name.
 *
 * @param otherPhone another number of the same person, which finds the lead too
 * @param texts the {@link LeadField#PLAIN} fields that are given, in the order of the fields
 * @param doNotCall whether the sender says that the person is on a do-not-call list
 */
public record Person(
    Optional<String> name,
    Optional<EmailAddress> email,
    Optional<Phone> phone,
    Optional<Phone> otherPhone,
    Map<LeadField, String> texts,
    boolean doNotCall) {

  public static final Person UNKNOWN =
      new Person(Optional.empty(), Optional.empty(), Optional.empty(), Map.of(), false);

  /** A person with one number at most. */
  public Person(
      Optional<String> name,
      Optional<EmailAddress> email,
      Optional<Phone> phone,
      Map<LeadField, String> texts,
      boolean doNotCall) {
    this(name, email, phone, Optional.empty(), texts, doNotCall);
  }

  public Person {
    texts = Collections.unmodifiableMap(new TreeMap<>(texts));
  }
}
