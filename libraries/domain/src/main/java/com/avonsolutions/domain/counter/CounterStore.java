package com.avonsolutions.domain.counter;

import java.time.Instant;

/**
 * Numbers and keys that the instances of a function share for a while. Both methods throw {@link
 * com.avonsolutions.domain.StoreUnavailableException} soon, for nobody should wait for a count.
 */
public interface CounterStore {

  /**
   * Adds to a counter, which begins at nothing.
   *
   * @param expiresAt until when the counter has to be kept
   * @return what it has now
   */
  long add(String counter, long more, Instant expiresAt);

  /**
   * The text that all instances know under this name: the one that the first of them proposed.
   *
   * @param expiresAt until when it has to be kept
   */
  String agree(String name, String proposal, Instant expiresAt);
}
