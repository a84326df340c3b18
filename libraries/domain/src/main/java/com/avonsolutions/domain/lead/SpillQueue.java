package com.avonsolutions.domain.lead;

import java.time.Duration;

/** Keeps leads while the store is unavailable. */
public interface SpillQueue {

  /**
   * Queues a lead. When this returns, the lead is durable and will be stored.
   *
   * @throws com.avonsolutions.domain.StoreUnavailableException when the queue fails too; the lead
   *     may be queued nevertheless, and queueing it again is safe
   */
  void put(SpilledLead spilled);

  /**
   * Reads a message that {@link #put} wrote, in this version of the program or an earlier one.
   *
   * @throws UnreadableLeadException when the message is malformed or of an unknown version
   */
  SpilledLead read(String message);

  /**
   * Sets when a delivered message is delivered again.
   *
   * @param receiptHandle of the failed delivery
   * @param delay zero to twelve hours
   * @throws com.avonsolutions.domain.StoreUnavailableException when the queue does not answer; the
   *     message is then delivered again after the queue's visibility timeout
   */
  void retryAfter(String receiptHandle, Duration delay);
}
