package com.avonsolutions.domain.lead;

public enum LeadState {
  /** Waits for a call by staff. */
  RECEIVED,
  /** Looks like spam, or conflicts with an earlier submission; staff are not notified. */
  QUARANTINED,
  /** A test by an ad platform or by us. */
  TEST,
  /** A platform's event without an enquiry, such as a catalogue view. */
  NO_ENQUIRY,
  /** The platform sent the lead's id only; its answers are still to be fetched. */
  AWAITING_DETAILS
}
