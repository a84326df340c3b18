package com.avonsolutions.contact.spam;

import java.time.Duration;
import java.util.Optional;

/**
 * How a submission came in.
 *
 * @param trapFilled read from the request itself, before fields without a meaning are dropped
 * @param stampBroken whether it carried a stamp that we did not issue
 * @param filledIn from the showing of the form to the sending, where a stamp tells; without one
 *     nothing is said, for pages are cached and plain forms have none
 * @param headerPoints see {@link HeaderShape}
 * @param fromAddress how many submissions the address sent in {@link Traffic#BURST}, this included
 * @param ofForm how many submissions the form had in the same time
 * @param sameText how often this text came in {@link Traffic#MEMORY}, this time included
 */
public record Circumstances(
    boolean trapFilled,
    boolean stampBroken,
    Optional<Duration> filledIn,
    int headerPoints,
    long fromAddress,
    long ofForm,
    long sameText) {

  /** Nothing that speaks for spam. */
  public static final Circumstances ORDINARY =
      new Circumstances(false, false, Optional.empty(), 0, 1, 1, 1);
}
