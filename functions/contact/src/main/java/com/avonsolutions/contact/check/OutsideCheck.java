package com.avonsolutions.contact.check;

import java.util.Optional;

/** A service of somebody else that tells people from robots. */
public interface OutsideCheck {

  /**
   * What the service says; nothing when the settings do not ask it or it has nothing to say against
   * the submission. It never fails: a service that is down, slow or not set up well gives an
   * opinion without points, whose code ends in {@code unchecked}.
   */
  Optional<Opinion> ask(CheckedSubmission submission);

  /**
   * An opinion.
   *
   * @param code stored with the lead, e.g. {@code turnstile-failed}
   * @param points of a {@link com.avonsolutions.contact.spam.SpamScore}
   */
  record Opinion(String code, int points) {}
}
