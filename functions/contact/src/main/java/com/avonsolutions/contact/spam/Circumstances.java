package com.avonsolutions.contact.spam;

import java.time.Duration;
import java.util.Optional;

/**
 * What the request and the counters say about a submission, apart from its text.
 *
 * @param honeypotFilled whether the hidden field was filled in, which people cannot see
 * @param stampForged whether it carried a stamp that we did not issue
 * @param filledIn the time from showing the form to sending it; empty without a stamp, because
 *     cached pages and plain forms have none
 * @param headerPoints see {@link HeaderShape}
 * @param fromAddress submissions of the address in {@link Traffic#BURST_WINDOW}, this one included
 * @param ofForm submissions of the form in the same window
 * @param sameText submissions of this text in {@link Traffic#TEXT_WINDOW}, this one included
 */
public record Circumstances(
    boolean honeypotFilled,
    boolean stampForged,
    Optional<Duration> filledIn,
    int headerPoints,
    long fromAddress,
    long ofForm,
    long sameText) {

  /** They give no points. */
  public static final Circumstances ORDINARY =
      new Circumstances(false, false, Optional.empty(), 0, 1, 1, 1);
}
