package com.avonsolutions.domain;

/** Something that we depend on does not answer. A later attempt may succeed. */
public abstract class UnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  protected UnavailableException(String message) {
    super(message);
  }

  protected UnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
