package com.avonsolutions.domain;

/**
 * The store did not take or give what was asked within its time: throttled, down or too slow. What
 * was being stored may or may not be there; sending it again with the same submission key is safe.
 */
public final class StoreUnavailableException extends RuntimeException {

  public StoreUnavailableException(Throwable cause) {
    super("The store is not available", cause);
  }
}
