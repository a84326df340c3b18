package com.avonsolutions.domain.submission;

/** The client's idempotency key is already used for other content. */
public final class SubmissionConflictException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SubmissionConflictException() {
    super("This key belongs to another submission");
  }
}
