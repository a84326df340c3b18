package com.avonsolutions.domain;

/**
 * The store is throttled, down or too slow. What was being written may or may not be stored;
 * sending it again with the same submission key is safe.
 */
public final class StoreUnavailableException extends UnavailableException {
  private static final long serialVersionUID = 1L;

  public StoreUnavailableException(Throwable cause) {
    super("The store is not available", cause);
  }
}
