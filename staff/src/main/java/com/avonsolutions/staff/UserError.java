package com.avonsolutions.staff;

/** A failure that the person at the keyboard can mend; the message says how, in one line. */
public final class UserError extends RuntimeException {

  public UserError(String message) {
    super(message);
  }

  public UserError(String message, Throwable cause) {
    super(message, cause);
  }

  /** A file of the project that cannot be read; its reader names the file and the mistake. */
  static UserError malformed(IllegalArgumentException reader, String consequence) {
    String mistake = String.valueOf(reader.getMessage()).replaceFirst("[.]$", "");
    return new UserError(mistake + ". " + consequence, reader);
  }
}
