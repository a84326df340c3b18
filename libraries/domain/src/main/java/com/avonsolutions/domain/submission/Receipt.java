package com.avonsolutions.domain.submission;

/**
 * Says that a submission is kept.
 *
 * @param id what it is stored under; a repeat gets the id of the first
 * @param repeated whether it had been stored before
 * @param queued whether it waits for the store; then it gets this id unless a repeat is stored
 *     before it
 */
public record Receipt(String id, boolean repeated, boolean queued) {

  public static Receipt stored(String id) {
    return new Receipt(id, false, false);
  }

  /** Of a repeat of what is stored under this id. */
  public static Receipt repeated(String id) {
    return new Receipt(id, true, false);
  }

  public static Receipt queued(String id) {
    return new Receipt(id, false, true);
  }
}
