package com.avonsolutions.domain.lead;

/** A message of the queue is malformed, or of a version that this program does not know. */
public final class UnreadableLeadException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnreadableLeadException(Throwable cause) {
    super("The message is not a lead", cause);
  }
}
