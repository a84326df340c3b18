package com.avonsolutions.domain.secret;

/** A secret is not configured, or where it is kept does not answer. */
public final class SecretUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Says which secret is missing.
   *
   * @param name of the parameter, never its value
   */
  public SecretUnavailableException(String name, Throwable cause) {
    super("The secret " + name + " cannot be read", cause);
  }

  public SecretUnavailableException(String name) {
    super("The secret " + name + " is not configured");
  }
}
