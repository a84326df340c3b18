package com.avonsolutions.domain.counter;

import java.time.Instant;

/**
 * Short-lived counters and keys that the instances of a function share. Both methods throw {@link
 * com.avonsolutions.domain.StoreUnavailableException} after a short timeout, because no visitor
 * should wait for a count.
 */
public interface CounterStore {

  /**
   * Adds to a counter, which starts at zero.
   *
   * @param expiresAt when the counter may be deleted
   * @return the new count
   */
  long add(String counter, long amount, Instant expiresAt);

  /**
   * Stores a value under a name, unless another instance was first.
   *
   * @param expiresAt when the value may be deleted
   * @return the value that all instances share
   */
  String getOrPut(String name, String proposal, Instant expiresAt);
}
