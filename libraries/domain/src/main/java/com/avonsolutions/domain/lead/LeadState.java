package com.avonsolutions.domain.lead;

/** Where a lead stands. */
public enum LeadState {
  /** Waits for somebody to call. */
  RECEIVED,
  /** Looks like spam, or contradicts an earlier one; kept for a while, without a notice. */
  QUARANTINED,
  /** An ad platform's test, or our own. */
  TEST,
  /** The platform told of somebody who did not ask for anything, such as a look at a catalogue. */
  NO_ENQUIRY,
  /** The platform named the lead and its answers are still to be fetched. */
  AWAITING_DETAILS
}
