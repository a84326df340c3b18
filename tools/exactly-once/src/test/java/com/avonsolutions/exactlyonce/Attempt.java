package com.avonsolutions.exactlyonce;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** One attempt to send a submission, and its reply. */
final class Attempt {
  private final int number;
  private final Submission submission;
  private final boolean healthy;
  private Reply reply = Reply.NONE;
  private boolean falselyAcknowledged;
  private Instant start = Instant.EPOCH;
  private Instant end = Instant.EPOCH;
  private Set<Fault> faults = EnumSet.noneOf(Fault.class);

  /**
   * Creates an attempt that has not started.
   *
   * @param healthy whether table and queue are available
   */
  Attempt(int number, Submission submission, boolean healthy) {
    this.number = number;
    this.submission = submission;
    this.healthy = healthy;
  }

  /** Is stored with the lead. */
  String mark() {
    return "attempt-" + number;
  }

  Submission submission() {
    return submission;
  }

  /**
   * Its invocation starts.
   *
   * @param now by the clock of the function's instance
   * @param injected the faults of the invocation; grows with each fault
   */
  void begins(Instant now, Set<Fault> injected) {
    start = now;
    end = now;
    faults = injected;
  }

  void ends(Reply given, Instant now) {
    reply = given;
    end = now;
  }

  /** The reply says that the lead is in the queue, and it is not. */
  void wasFalselyAcknowledged() {
    falselyAcknowledged = true;
  }

  boolean isFalselyAcknowledged() {
    return falselyAcknowledged;
  }

  Reply reply() {
    return reply;
  }

  Instant start() {
    return start;
  }

  Instant end() {
    return end;
  }

  Set<Fault> faults() {
    return faults;
  }

  boolean isFaultless() {
    return healthy && faults.isEmpty();
  }

  @Override
  public String toString() {
    return mark() + " of " + submission.name();
  }
}
