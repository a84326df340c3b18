package com.avonsolutions.text.json;

/** What should be a JSON object is none. The message is fixed: it never quotes the input. */
public final class MalformedJsonException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  MalformedJsonException() {
    super("Not a JSON object");
  }

  MalformedJsonException(Throwable cause) {
    super("Not a JSON object", cause);
  }
}
