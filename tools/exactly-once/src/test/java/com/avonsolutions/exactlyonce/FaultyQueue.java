package com.avonsolutions.exactlyonce;

import com.avonsolutions.domain.StoreUnavailableException;
import com.avonsolutions.domain.lead.Lead;
import com.avonsolutions.domain.lead.SpillQueue;
import com.avonsolutions.domain.lead.SpilledLead;
import com.avonsolutions.domain.submission.SubmissionIdentity;
import com.avonsolutions.exactlyonce.Invocation.Crash;
import com.avonsolutions.sandbox.engine.EmbeddedSqs;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Wraps a function's client of the queue and injects the faults of the scenario. */
final class FaultyQueue implements SpillQueue {
  private static final Duration LATENCY = Duration.ofMillis(20);

  /** Two attempts of three seconds, see SqsSpillQueue. */
  private static final Duration TIMEOUT = Duration.ofSeconds(6);

  private static final int MAX_ATTEMPTS = 20;

  private final SpillQueue real;
  private final EmbeddedSqs sqs;
  private final Supplier<Run> run;
  private final Clock clock;
  private final Supplier<Mutation> mutation;

  FaultyQueue(
      SpillQueue real,
      EmbeddedSqs sqs,
      Supplier<Run> run,
      Clock clock,
      Supplier<Mutation> mutation) {
    this.real = real;
    this.sqs = sqs;
    this.run = run;
    this.clock = clock;
    this.mutation = mutation;
  }

  @Override
  public void put(SpilledLead spilled) {
    try {
      call("send to the queue", () -> real.put(spilled));
    } catch (StoreUnavailableException e) {
      if (mutation.get() != Mutation.QUEUE_NOT_AWAITED) {
        throw e;
      }
    }
  }

  @Override
  public SpilledLead read(String message) {
    SpilledLead spilled = real.read(message);
    return switch (mutation.get()) {
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
        lead.consent(),
        lead.spam(),
        clock.instant());
  }

  @Override
  public void retryAfter(String receiptHandle, Duration delay) {
    call("change visibility", () -> real.retryAfter(receiptHandle, delay));
  }

  /**
   * Retries, because the client times out after two seconds of real time and a busy machine can be
   * slower. A message that is queued twice does no harm.
   */
  private static void withRetries(Runnable call) {
    for (int attempt = 1; ; attempt++) {
      try {
        call.run();
        return;
      } catch (StoreUnavailableException e) {
        if (attempt == MAX_ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private void call(String what, Runnable call) {
    Run now = run.get();
    now.step();
    Optional<Fault> fault = now.faultPlan().atQueue();
    if (fault.isEmpty()) {
      now.pass(LATENCY);
      withRetries(call);
      now.record(what + ": done");
      return;
    }
    if (fault.get() == Fault.CRASH_BEFORE_CALL) {
      throw now.crash(Fault.CRASH_BEFORE_CALL);
    }
    now.count(fault.get());
    now.record(what + ": " + fault.get().description);
    switch (fault.get()) {
      case QUEUE_REFUSES_ONCE -> sqs.next(EmbeddedSqs.Fault.REFUSED);
      case QUEUE_REFUSES -> sqs.always(EmbeddedSqs.Fault.REFUSED);
      case QUEUE_ANSWER_LOST_ONCE -> sqs.next(EmbeddedSqs.Fault.LOST_ANSWER);
      case QUEUE_ANSWER_LOST -> sqs.always(EmbeddedSqs.Fault.LOST_ANSWER);
      case CRASH_AFTER_CALL -> {}
      default -> throw new IllegalStateException("No fault of a queue: " + fault);
    }
    now.pass(fault.get() == Fault.CRASH_AFTER_CALL ? LATENCY : TIMEOUT);
    try {
      call.run();
    } finally {
      sqs.always(EmbeddedSqs.Fault.NONE);
    }
    if (fault.get() == Fault.CRASH_AFTER_CALL) {
      throw new Crash();
    }
  }
}
