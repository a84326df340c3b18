package com.avonsolutions.sandbox.template;

/** The template is broken, or says something that is not understood here: file, line and what. */
public final class TemplateException extends RuntimeException {

  public TemplateException(String message) {
    super(message);
  }

  public TemplateException(String message, Throwable cause) {
    super(message, cause);
  }
}
