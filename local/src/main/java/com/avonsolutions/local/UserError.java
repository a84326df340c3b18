package com.avonsolutions.local;

/** Something the person at the keyboard can put right; the message says what to do, in one line. */
final class UserError extends RuntimeException {

  UserError(String message) {
    super(message);
  }

  UserError(String message, Throwable cause) {
    super(message, cause);
  }
}
