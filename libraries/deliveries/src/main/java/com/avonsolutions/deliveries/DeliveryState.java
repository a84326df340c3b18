package com.avonsolutions.deliveries;

/** How far a delivery is. */
public enum DeliveryState {
  /** Not tried yet. */
  PENDING,
  /** A function is sending it. If that function dies, its lease ends and it is tried again. */
  SENDING,
  /** Failed, and is tried again. */
  RETRY,
  /** Waits until staff resume the channel. */
  HELD,
  /** The other side has accepted it. */
  DELIVERED,
  /** The receiving mail server has returned it. */
  BOUNCED,
  /** The schedule is used up, or the other side says that no attempt will succeed. */
  FAILED,
  /** There is nothing to tell any more: the lead is erased, the channel is gone. */
  CANCELLED,
  /** Not sent on purpose, e.g. because the address bounced before. */
  SKIPPED;

  /** Whether it may still be sent. */
  public boolean isLive() {
    return this == PENDING || this == SENDING || this == RETRY;
  }
}
