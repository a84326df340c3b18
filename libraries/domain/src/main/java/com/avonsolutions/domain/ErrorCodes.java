package com.avonsolutions.domain;

import java.util.Optional;

/** Reads the code that a service gave with a refusal, so that the log can name it. */
@FunctionalInterface
public interface ErrorCodes {

  /**
   * The service's error code and request id, e.g. {@code ThrottlingException 4KQ…}; empty for a
   * failure that no service reported. Neither holds anything that a person wrote.
   */
  Optional<String> of(Throwable failure);
}
