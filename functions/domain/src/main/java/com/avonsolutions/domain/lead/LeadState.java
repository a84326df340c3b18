package com.avonsolutions.domain.lead;

/** Where a lead stands. */
public enum LeadState {
  /** Waits for somebody to call. */
  RECEIVED,
  /** Came in with the trap field filled; kept, because a person may have filled it. */
  SPAM
}
