package com.avonsolutions.hooks.platform;

/** A call to a platform failed. The message contains nothing of the request. */
public final class PlatformException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean rateLimited;
  private final boolean refusal;

  private PlatformException(String message, boolean rateLimited, boolean refusal) {
    super(message);
    this.rateLimited = rateLimited;
    this.refusal = refusal;
  }

  private PlatformException(String message, Throwable cause) {
    super(message, cause);
    this.rateLimited = false;
    this.refusal = false;
  }

  static PlatformException answered(int status, boolean rateLimited) {
    boolean refusal = status / 100 == 4 && !rateLimited;
    return new PlatformException("The platform answered " + status, rateLimited, refusal);
  }

  static PlatformException unreachable(Throwable cause) {
    return new PlatformException("The platform did not answer", cause);
  }

  public static PlatformException unreadable() {
    return new PlatformException("The platform answered with something else", false, false);
  }

  /** Whether a retry is pointless, because the token or the id is wrong. */
  public boolean isRefusal() {
    return refusal;
  }

  /** Whether requests for other leads would fail for a while too. */
  public boolean isRateLimited() {
    return rateLimited;
  }
}
