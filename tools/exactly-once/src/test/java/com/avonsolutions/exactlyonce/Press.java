package com.avonsolutions.exactlyonce;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** One sending of a submission, and what came of it. */
final class Press {
  private final int number;
  private final Submission submission;
  private final boolean allIsWell;
  private Reply reply = Reply.NONE;
  private boolean toldTheTruth = true;
  private Instant start = Instant.EPOCH;
  private Instant end = Instant.EPOCH;
  private Set<Fault> faults = EnumSet.noneOf(Fault.class);

  /**
   * A press that has yet to happen.
   *
   * @param allIsWell whether table and queue are there
   */
  Press(int number, Submission submission, boolean allIsWell) {
    this.number = number;
    this.submission = submission;
    this.allIsWell = allIsWell;
  }

  /** What stands in the lead that it becomes. */
  String mark() {
    return "press-" + number;
  }

  Submission submission() {
    return submission;
  }

  /**
   * Is at its function, by whose clock the time is.
   *
   * @param meeting grows with every fault that it meets
   */
  void begins(Instant now, Set<Fault> meeting) {
    start = now;
    end = now;
    faults = meeting;
  }

  void ends(Reply told, Instant now) {
    reply = told;
    end = now;
  }

  /** Was told that it is in the queue, and it is not. */
  void wasLiedTo() {
    toldTheTruth = false;
  }

  boolean wasToldTheTruth() {
    return toldTheTruth;
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

  /** Whether nothing stood in its way. */
  boolean isSmooth() {
    return allIsWell && faults.isEmpty();
  }

  @Override
  public String toString() {
    return mark() + " of " + submission.name();
  }
}
