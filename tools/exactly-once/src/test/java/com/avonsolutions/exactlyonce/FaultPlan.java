package com.avonsolutions.exactlyonce;

import java.util.List;
import java.util.Optional;

/** Decides the fault of each call: that of an outage, or a random one. */
final class FaultPlan {
  private static final List<Fault> TABLE_OUTAGES =
      List.of(Fault.TABLE_THROTTLES, Fault.TABLE_FAILS, Fault.TABLE_TIMES_OUT);
  private static final List<Fault> QUEUE_OUTAGES =
      List.of(Fault.QUEUE_REFUSES, Fault.QUEUE_ANSWER_LOST);
  private static final List<Fault> TABLE_FAULTS =
      List.of(
          Fault.TABLE_THROTTLES,
          Fault.TABLE_FAILS,
          Fault.TABLE_TIMES_OUT,
          Fault.TABLE_ANSWER_LOST,
          Fault.CRASH_BEFORE_CALL,
          Fault.CRASH_AFTER_CALL);
  private static final List<Fault> TRANSACTION_FAULTS =
      List.of(
          Fault.TABLE_ANSWER_LOST,
          Fault.TABLE_LANDS_LATER,
          Fault.TABLE_SENT_TWICE,
          Fault.TABLE_CONFLICT,
          Fault.TABLE_CONFLICT,
          Fault.TABLE_CANCELS);
  private static final List<Fault> QUEUE_FAULTS =
      List.of(
          Fault.QUEUE_REFUSES_ONCE,
          Fault.QUEUE_REFUSES,
          Fault.QUEUE_ANSWER_LOST_ONCE,
          Fault.QUEUE_ANSWER_LOST,
          Fault.CRASH_BEFORE_CALL,
          Fault.CRASH_AFTER_CALL);

  private final SeededRandom random;
  private int faultPercentage;
  private Optional<Fault> table = Optional.empty();
  private Optional<Fault> queue = Optional.empty();

  FaultPlan(SeededRandom random) {
    this.random = random;
    this.faultPercentage = random.of(List.of(0, 5, 15, 30, 50));
  }

  boolean isHealthy() {
    return table.isEmpty() && queue.isEmpty();
  }

  /** Starts an outage of the table, or ends it. */
  String toggleTableOutage() {
    table = toggled(table, TABLE_OUTAGES);
    return table.map(fault -> "the table goes down: " + fault).orElse("the table is back");
  }

  String toggleQueueOutage() {
    queue = toggled(queue, QUEUE_OUTAGES);
    return queue.map(fault -> "the queue goes down: " + fault).orElse("the queue is back");
  }

  private Optional<Fault> toggled(Optional<Fault> outage, List<Fault> kinds) {
    return outage.isPresent() ? Optional.empty() : Optional.of(random.of(kinds));
  }

  void stop() {
    faultPercentage = 0;
    table = Optional.empty();
    queue = Optional.empty();
  }

  /** The fault of a call of the table; transactions have further faults. */
  Optional<Fault> atTable(boolean transaction) {
    if (table.isPresent()) {
      return table;
    }
    if (!random.percent(faultPercentage)) {
      return Optional.empty();
    }
    return Optional.of(
        random.of(transaction && random.percent(60) ? TRANSACTION_FAULTS : TABLE_FAULTS));
  }

  /** Whether the function crashes between two writes that belong together. */
  boolean crashesBetweenWrites() {
    return random.percent(faultPercentage);
  }

  Optional<Fault> atQueue() {
    return queue.isPresent() || !random.percent(faultPercentage)
        ? queue
        : Optional.of(random.of(QUEUE_FAULTS));
  }
}
