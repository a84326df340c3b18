package com.avonsolutions.exactlyonce;

import java.util.List;
import java.util.Optional;

/** Which fault a call meets: those of an outage, else now and then one of its own. */
final class Weather {
  private static final List<Fault> TABLE_IS_DOWN =
      List.of(Fault.TABLE_THROTTLES, Fault.TABLE_FAILS, Fault.TABLE_TIMES_OUT);
  private static final List<Fault> QUEUE_IS_DOWN =
      List.of(Fault.QUEUE_REFUSES, Fault.QUEUE_ANSWER_LOST);
  private static final List<Fault> OF_TABLE =
      List.of(
          Fault.TABLE_THROTTLES,
          Fault.TABLE_FAILS,
          Fault.TABLE_TIMES_OUT,
          Fault.TABLE_ANSWER_LOST,
          Fault.CRASH_BEFORE_CALL,
          Fault.CRASH_AFTER_CALL);
  private static final List<Fault> OF_TRANSACTIONS =
      List.of(
          Fault.TABLE_ANSWER_LOST,
          Fault.TABLE_LANDS_LATER,
          Fault.TABLE_SENT_TWICE,
          Fault.TABLE_CONFLICT,
          Fault.TABLE_CONFLICT,
          Fault.TABLE_CANCELS);
  private static final List<Fault> OF_QUEUE =
      List.of(
          Fault.QUEUE_REFUSES_ONCE,
          Fault.QUEUE_REFUSES,
          Fault.QUEUE_ANSWER_LOST_ONCE,
          Fault.QUEUE_ANSWER_LOST,
          Fault.CRASH_BEFORE_CALL,
          Fault.CRASH_AFTER_CALL);

  private final Chance chance;
  private int faultsInHundred;
  private Optional<Fault> table = Optional.empty();
  private Optional<Fault> queue = Optional.empty();

  Weather(Chance chance) {
    this.chance = chance;
    this.faultsInHundred = chance.of(List.of(0, 5, 15, 30, 50));
  }

  boolean isFine() {
    return table.isEmpty() && queue.isEmpty();
  }

  /** Begins an outage of the table, or ends it. */
  String turnTable() {
    table = turned(table, TABLE_IS_DOWN);
    return table.map(fault -> "the table goes down: " + fault).orElse("the table is back");
  }

  String turnQueue() {
    queue = turned(queue, QUEUE_IS_DOWN);
    return queue.map(fault -> "the queue goes down: " + fault).orElse("the queue is back");
  }

  private Optional<Fault> turned(Optional<Fault> outage, List<Fault> kinds) {
    return outage.isPresent() ? Optional.empty() : Optional.of(chance.of(kinds));
  }

  void clearUp() {
    faultsInHundred = 0;
    table = Optional.empty();
    queue = Optional.empty();
  }

  /** Of a call that writes leads in a transaction, or of any other. */
  Optional<Fault> atTable(boolean transaction) {
    if (table.isPresent()) {
      return table;
    }
    if (!chance.percent(faultsInHundred)) {
      return Optional.empty();
    }
    return Optional.of(chance.of(transaction && chance.percent(60) ? OF_TRANSACTIONS : OF_TABLE));
  }

  Optional<Fault> atQueue() {
    return queue.isPresent() || !chance.percent(faultsInHundred)
        ? queue
        : Optional.of(chance.of(OF_QUEUE));
  }
}
