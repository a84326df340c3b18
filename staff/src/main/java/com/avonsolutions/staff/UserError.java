package com.avonsolutions.staff;

/** Something the person at the keyboard can put right; the message says what to do, in one line. */
public final class UserError extends RuntimeException {

  public UserError(String message) {
    super(message);
  }

  public UserError(String message, Throwable cause) {
    super(message, cause);
  }
}
