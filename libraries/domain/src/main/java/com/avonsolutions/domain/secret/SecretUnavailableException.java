package com.avonsolutions.domain.secret;

import com.avonsolutions.domain.UnavailableException;

/** A secret is not configured, or its source does not answer. */
public final class SecretUnavailableException extends UnavailableException {
  private static final long serialVersionUID = 1L;

  /**
   * The secret could not be read.
   *
   * @param name of the secret, never its value
   */
  public SecretUnavailableException(String name, Throwable cause) {
    super("The secret " + name + " cannot be read", cause);
  }

  /** The secret does not exist. */
  public SecretUnavailableException(String name) {
    super("The secret " + name + " is not configured");
  }
}
