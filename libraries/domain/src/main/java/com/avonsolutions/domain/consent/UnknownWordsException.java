package com.avonsolutions.domain.consent;

/**
 * A consent was stored whose exact words we do not have. Never thrown: it is logged, so that a
 * metric filter of template.yaml counts it.
 */
public final class UnknownWordsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnknownWordsException() {
    super("A consent names words that we do not have");
  }
}
