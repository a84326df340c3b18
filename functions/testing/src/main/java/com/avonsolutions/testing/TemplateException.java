package com.avonsolutions.testing;

/** The template is broken, or says something that is not understood here: file, line and what. */
public final class TemplateException extends RuntimeException {

  TemplateException(String message) {
    super(message);
  }

  TemplateException(String message, Throwable cause) {
    super(message, cause);
  }
}
