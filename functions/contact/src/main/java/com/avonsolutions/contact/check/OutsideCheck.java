package com.avonsolutions.contact.check;

import java.util.Optional;

/** An outside service that tells people from robots. */
public interface OutsideCheck {

  /**
   * The service's opinion; empty if the service is off or has no objection. Never throws: when the
   * service is down, slow or misconfigured, the opinion has zero points and its code ends in {@code
   * unchecked}.
   */
  Optional<Opinion> ask(CheckedSubmission submission);

  /**
   * What a service says about a submission.
   *
   * @param code stored with the lead, e.g. {@code turnstile-failed}
   * @param points for the {@link com.avonsolutions.contact.spam.SpamScore}
   */
  record Opinion(String code, int points) {}
}
