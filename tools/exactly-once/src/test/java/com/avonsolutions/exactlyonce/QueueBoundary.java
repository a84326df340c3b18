package com.avonsolutions.exactlyonce;

import com.avonsolutions.domain.StoreUnavailableException;
import com.avonsolutions.domain.lead.Lead;
import com.avonsolutions.domain.lead.SpillQueue;
import com.avonsolutions.domain.lead.SpilledLead;
import com.avonsolutions.domain.submission.SubmissionIdentity;
import com.avonsolutions.exactlyonce.Invocation.Death;
import com.avonsolutions.sandbox.engine.EmbeddedSqs;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Stands before a function's own client of the queue, and has the queue fail as told. */
final class QueueBoundary implements SpillQueue {
  private static final Duration QUICK = Duration.ofMillis(20);

  /** Two attempts of three seconds, see SqsSpillQueue. */
  private static final Duration PATIENCE = Duration.ofSeconds(6);

  private static final int MOST_ATTEMPTS = 20;

  private final SpillQueue real;
  private final EmbeddedSqs sqs;
  private final Supplier<Run> run;
  private final Clock clock;
  private final Supplier<Mistake> mistake;

  QueueBoundary(
      SpillQueue real, EmbeddedSqs sqs, Supplier<Run> run, Clock clock, Supplier<Mistake> mistake) {
    this.real = real;
    this.sqs = sqs;
    this.run = run;
    this.clock = clock;
    this.mistake = mistake;
  }

  @Override
  public void put(SpilledLead spilled) {
    try {
      call("to the queue", () -> real.put(spilled));
    } catch (StoreUnavailableException e) {
      if (mistake.get() != Mistake.QUEUE_NOT_AWAITED) {
        throw e;
      }
    }
  }

  @Override
  public SpilledLead read(String message) {
    SpilledLead spilled = real.read(message);
    return switch (mistake.get()) {
      case QUEUE_FORGETS_IDENTITY ->
          new SpilledLead(
              spilled.lead(), SubmissionIdentity.ofProvider("queue", spilled.lead().id()));
      case QUEUE_FORGETS_TIME -> new SpilledLead(receivedNow(spilled.lead()), spilled.identity());
      default -> spilled;
    };
  }

  private Lead receivedNow(Lead lead) {
    return new Lead(
        lead.id(),
        lead.state(),
        lead.person(),
        lead.enquiry(),
        lead.origin(),
        lead.attribution(),
        lead.consentVersion(),
        lead.spam(),
        clock.instant());
  }

  @Override
  public void retryAfter(String receipt, Duration after) {
    call("later, please", () -> real.retryAfter(receipt, after));
  }

  /**
   * The client gives up after two seconds of real time, which a busy machine can take. A message
   * that is in the queue twice by that does no harm.
   */
  private static void untilItIsHeard(Runnable call) {
    for (int attempt = 1; ; attempt++) {
      try {
        call.run();
        return;
      } catch (StoreUnavailableException e) {
        if (attempt == MOST_ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private void call(String what, Runnable call) {
    Run now = run.get();
    now.step();
    Optional<Fault> fault = now.weather().atQueue();
    if (fault.isEmpty()) {
      now.pass(QUICK);
      untilItIsHeard(call);
      now.tell(what + ": done");
      return;
    }
    if (fault.get() == Fault.CRASH_BEFORE_CALL) {
      throw now.die(Fault.CRASH_BEFORE_CALL);
    }
    now.count(fault.get());
    now.tell(what + ": " + fault.get().told);
    switch (fault.get()) {
      case QUEUE_REFUSES_ONCE -> sqs.next(EmbeddedSqs.Fault.REFUSED);
      case QUEUE_REFUSES -> sqs.always(EmbeddedSqs.Fault.REFUSED);
      case QUEUE_ANSWER_LOST_ONCE -> sqs.next(EmbeddedSqs.Fault.LOST_ANSWER);
      case QUEUE_ANSWER_LOST -> sqs.always(EmbeddedSqs.Fault.LOST_ANSWER);
      case CRASH_AFTER_CALL -> {}
      default -> throw new IllegalStateException("No fault of a queue: " + fault);
    }
    now.pass(fault.get() == Fault.CRASH_AFTER_CALL ? QUICK : PATIENCE);
    try {
      call.run();
    } finally {
      sqs.always(EmbeddedSqs.Fault.NONE);
    }
    if (fault.get() == Fault.CRASH_AFTER_CALL) {
      throw new Death();
    }
  }
}
