package com.avonsolutions.mail;

/**
 * A mail was not accepted, or the answer was lost. The message holds no address and no word of it.
 */
public final class MailException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final String code;

  /** Whether another attempt makes sense. */
  public enum Reason {
    /** No answer, or none that says what happened: the mail may have been sent. */
    UNKNOWN,
    /** Too many mails in too short a time. */
    THROTTLED,
    /** Nothing can be sent at all: the domain is not verified, the account is suspended. */
    ACCOUNT,
    /** This mail will never be accepted. */
    REFUSED
  }

  /**
   * A failed attempt.
   *
   * @param code of the provider's error, e.g. {@code MessageRejected}
   */
  public MailException(Reason reason, String code, Throwable cause) {
    super(code, cause);
    this.reason = reason;
    this.code = code;
  }

  public Reason reason() {
    return reason;
  }

  public String code() {
    return code;
  }
}
