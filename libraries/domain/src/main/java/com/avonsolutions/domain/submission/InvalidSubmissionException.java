package com.avonsolutions.domain.submission;

import java.util.List;

/** A submission with invalid fields, and what the sender has to change in each. */
public final class InvalidSubmissionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Violation> violations;

  public InvalidSubmissionException(List<Violation> violations) {
    super(violations.size() + " fields have to be changed");
    this.violations = List.copyOf(violations);
  }

  /** One or more, in the order of the form's fields. */
  public List<Violation> violations() {
    return violations;
  }
}
