package com.avonsolutions.answers;

/** What is done with an entry of this score; {@link Tuning} has the thresholds. */
enum ConfidenceBand {
  /** The entry answers the question. */
  ANSWER,
  /** The entry may answer it: "did you mean". */
  DID_YOU_MEAN,
  /** The entry is not shown. */
  NONE
}
