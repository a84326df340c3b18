package com.avonsolutions.domain.lead;

/** A message of the queue is no lead that this version of the program understands. */
public final class UnreadableLeadException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnreadableLeadException(Throwable cause) {
    super("Not a lead", cause);
  }
}
