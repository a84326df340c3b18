package com.avonsolutions.domain;

/** Logs failures that the code recovered from, so that somebody can investigate. */
@FunctionalInterface
public interface FailureLog {
  /** Logs nothing. */
  FailureLog NONE = (what, failure) -> {};

  /**
   * Logs a failure.
   *
   * @param what names the operation that failed; a fixed text without personal data
   */
  void failure(String what, Throwable failure);
}
