package com.avonsolutions.domain;

import java.util.Optional;

/** Reads the error code of a service's refusal, for the log. */
@FunctionalInterface
public interface ErrorCodes {

  /**
   * The service's error code, HTTP status and request id, e.g. {@code ThrottlingException 400
   * 4KQ…}; empty when no service reported the failure. None contains what a person wrote.
   */
  Optional<String> of(Throwable failure);
}
