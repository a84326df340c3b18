package com.avonsolutions.domain;

/** Where something is told that went wrong and was made good, so that somebody can look. */
@FunctionalInterface
public interface FailureLog {

  /**
   * Tells of a failure that no single request is the cause of.
   *
   * @param what failed, in fixed words
   */
  void failure(String what, Throwable failure);
}
