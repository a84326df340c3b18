package com.avonsolutions.domain.lead;

import java.time.Duration;

/** Keeps leads while the store refuses them. */
public interface SpillQueue {

  /**
   * Puts a lead into the queue. When this returns, the lead is kept and will be stored.
   *
   * @throws com.avonsolutions.domain.StoreUnavailableException when the queue refuses too; it may
   *     have the lead nevertheless, and putting it there again is safe
   */
  void put(SpilledLead spilled);

  /**
   * Reads what {@link #put} wrote, in this version of the program or an earlier one.
   *
   * @throws UnreadableLeadException when nobody can read it
   */
  SpilledLead read(String message);

  /**
   * Lets a message that was handed out come again.
   *
   * @param receipt the receipt handle of that delivery
   * @param after at most twelve hours; zero is at once
   * @throws com.avonsolutions.domain.StoreUnavailableException when the queue does not hear it; the
   *     message then comes again by the queue's own time
   */
  void comeAgain(String receipt, Duration after);
}
