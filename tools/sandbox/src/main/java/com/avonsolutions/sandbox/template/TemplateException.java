package com.avonsolutions.sandbox.template;

/** The template is invalid or uses an unsupported feature; the message names file and line. */
public final class TemplateException extends RuntimeException {

  public TemplateException(String message) {
    super(message);
  }

  public TemplateException(String message, Throwable cause) {
    super(message, cause);
  }
}
