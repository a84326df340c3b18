package com.avonsolutions.exactlyonce;

/** What somebody might break one day, to see that the model finds it. */
enum Mistake {
  NONE,
  /** The identity is written whether it is there or not. */
  NO_CONDITION,
  /** Two writes in place of one transaction, the lead first. */
  LEAD_THEN_IDENTITY,
  /** The same with the identity first. */
  IDENTITY_THEN_LEAD,
  /** Whatever comes under a key that is known is taken for a repeat. */
  BODIES_NOT_COMPARED,
  /** A lead out of the queue gets an identity of its own. */
  QUEUE_FORGETS_IDENTITY,
  /** A lead out of the queue counts from when it was written. */
  QUEUE_FORGETS_TIME,
  /** The visitor is thanked although the queue refused. */
  QUEUE_NOT_AWAITED,
  /** A message is deleted when it is handed out. */
  DELETED_BEFORE_STORED
}
