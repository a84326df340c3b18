package com.avonsolutions.domain.submission;

/**
 * Acknowledges that a submission is stored or queued.
 *
 * @param id the id of the stored item; a repeat gets the id of the first
 * @param repeated whether it was already stored
 * @param queued whether it waits in the queue; it keeps this id unless a repeat is stored first
 */
public record Receipt(String id, boolean repeated, boolean queued) {

  public static Receipt stored(String id) {
    return new Receipt(id, false, false);
  }

  public static Receipt repeated(String id) {
    return new Receipt(id, true, false);
  }

  public static Receipt queued(String id) {
    return new Receipt(id, false, true);
  }
}
