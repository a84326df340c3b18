package com.avonsolutions.domain.platform;

/** A platform did not answer, or not with what was asked for. Says nothing of the question. */
public final class PlatformException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean rateLimited;

  private PlatformException(String message, boolean rateLimited) {
    super(message);
    this.rateLimited = rateLimited;
  }

  private PlatformException(String message, Throwable cause) {
    super(message, cause);
    this.rateLimited = false;
  }

  static PlatformException answered(int status, boolean rateLimited) {
    return new PlatformException("The platform answered " + status, rateLimited);
  }

  static PlatformException unreachable(Throwable cause) {
    return new PlatformException("The platform did not answer", cause);
  }

  static PlatformException unreadable() {
    return new PlatformException("The platform answered with something else", false);
  }

  /** Whether asking for other leads makes no sense for a while either. */
  public boolean isRateLimited() {
    return rateLimited;
  }
}
