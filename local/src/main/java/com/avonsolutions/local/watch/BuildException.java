package com.avonsolutions.local.watch;

/** A change cannot be applied; the message says where, in a line or more. */
final class BuildException extends Exception {
  BuildException(String message) {
    super(message);
  }

  BuildException(String message, Throwable cause) {
    super(message, cause);
  }
}
