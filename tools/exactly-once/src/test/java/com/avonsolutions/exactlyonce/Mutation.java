package com.avonsolutions.exactlyonce;

/** A bug that somebody might introduce, to verify that the simulation finds it. */
enum Mutation {
  NONE,
  /** The identity is written without its condition. */
  NO_CONDITION,
  /** Two writes instead of one transaction, the identity last. */
  LEAD_THEN_IDENTITY,
  /** The same with the identity first. */
  IDENTITY_THEN_LEAD,
  /** The record of the consent is written after the transaction. */
  LEAD_THEN_CONSENT,
  /** The same with the record first. */
  CONSENT_THEN_LEAD,
  /** Other content under a known key counts as a repeat. */
  BODIES_NOT_COMPARED,
  /** A lead from the queue gets a new identity. */
  QUEUE_FORGETS_IDENTITY,
  /** A lead from the queue gets the time of writing as its time of receipt. */
  QUEUE_FORGETS_TIME,
  /** The visitor gets an acknowledgement although the queue refused. */
  QUEUE_NOT_AWAITED,
  /** A message is deleted on delivery. */
  DELETED_BEFORE_STORED
}
