package com.avonsolutions.domain.consent;

/** How a consent reached us, so that a record never claims more than we saw. */
public enum ConsentMethod {
  /** A box was ticked, and the submission says so. */
  TICKED,
  /** The form says beside its button what happens with the data, and has no box. */
  STATED,
  /** A platform's own form asked; its words are with the platform. */
  PLATFORM,
  /** Another system sent the lead, and answers for what its form said. */
  WEBHOOK,
  /** We do not know what the person was told. */
  UNKNOWN
}
