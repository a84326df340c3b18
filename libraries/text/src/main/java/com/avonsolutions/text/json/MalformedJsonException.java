package com.avonsolutions.text.json;

/** A document is not a JSON object. The message is fixed and never quotes the document. */
public final class MalformedJsonException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  MalformedJsonException() {
    super("Not a JSON object");
  }

  MalformedJsonException(Throwable cause) {
    super("Not a JSON object", cause);
  }
}
