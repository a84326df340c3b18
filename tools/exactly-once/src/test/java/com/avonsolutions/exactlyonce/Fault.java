package com.avonsolutions.exactlyonce;

/** What a schedule lets go wrong. */
enum Fault {
  // At a call of the table.
  TABLE_THROTTLES("the table throttles, nothing is written"),
  TABLE_FAILS("the table fails, nothing is written"),
  TABLE_TIMES_OUT("no answer of the table, nothing is written"),
  TABLE_ANSWER_LOST("written, and the table's answer is lost"),
  TABLE_LANDS_LATER("no answer of the table, and it is written later"),
  TABLE_SENT_TWICE("the table's answer is lost, and the client sends the same again"),
  TABLE_CONFLICT("another transaction is in the way, nothing is written"),
  TABLE_CANCELS("the transaction is cancelled without a reason, nothing is written"),
  // At a call of the queue.
  QUEUE_REFUSES_ONCE("the queue refuses the first attempt"),
  QUEUE_REFUSES("the queue refuses"),
  QUEUE_ANSWER_LOST_ONCE("in the queue, and the answer to the first attempt is lost"),
  QUEUE_ANSWER_LOST("in the queue, and every answer is lost"),
  // At a call of either.
  CRASH_BEFORE_CALL("the function dies before the call"),
  CRASH_AFTER_CALL("the function dies after the call"),
  OUT_OF_TIME("the function's time is over"),
  // Between calls.
  AT_ONCE("at the same instant in several functions"),
  CLOCK_STEP("one instance's clock is set"),
  DELIVERED_AGAIN("a message that was dealt with is handed out once more"),
  NOT_DELETED("the drain crashes between its last write and the deletion"),
  SHUFFLED("the queue changes its order"),
  POISON("a message that is no lead");

  final String told;

  Fault(String told) {
    this.told = told;
  }
}
