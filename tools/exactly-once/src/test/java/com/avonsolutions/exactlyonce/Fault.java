package com.avonsolutions.exactlyonce;

/** The faults that a scenario injects. */
enum Fault {
  // At a call of the table.
  TABLE_THROTTLES("the table throttles, nothing is written"),
  TABLE_FAILS("the table fails, nothing is written"),
  TABLE_TIMES_OUT("the table times out, nothing is written"),
  TABLE_ANSWER_LOST("written, and the table's reply is lost"),
  TABLE_LANDS_LATER("the table times out, and the write takes effect later"),
  TABLE_SENT_TWICE("the table's reply is lost, and the client retries"),
  TABLE_CONFLICT("another transaction conflicts, nothing is written"),
  TABLE_CANCELS("the transaction is cancelled without a reason, nothing is written"),
  // At a call of the queue.
  QUEUE_REFUSES_ONCE("the queue refuses the first attempt"),
  QUEUE_REFUSES("the queue refuses"),
  QUEUE_ANSWER_LOST_ONCE("queued, and the reply to the first attempt is lost"),
  QUEUE_ANSWER_LOST("queued, and every reply is lost"),
  // At a call of either.
  CRASH_BEFORE_CALL("the function crashes before the call"),
  CRASH_AFTER_CALL("the function crashes after the call"),
  OUT_OF_TIME("the function times out"),
  // Between calls.
  CONCURRENT("several functions run concurrently"),
  CLOCK_STEP("the clock of an instance steps"),
  DELIVERED_AGAIN("a handled message is delivered once more"),
  NOT_DELETED("the drain crashes between its last write and the deletion"),
  SHUFFLED("the queue changes its order"),
  POISON("a message that is no lead");

  final String description;

  Fault(String description) {
    this.description = description;
  }
}
