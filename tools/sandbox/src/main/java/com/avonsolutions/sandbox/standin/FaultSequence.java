package com.avonsolutions.sandbox.standin;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Decides which fault each request meets: first those queued, one each, then the lasting one. */
public final class FaultSequence<F> {
  private final Queue<F> next = new ConcurrentLinkedQueue<>();
  private volatile F lasting;

  public FaultSequence(F none) {
    this.lasting = none;
  }

  /** Queues faults for the next requests, one each. */
  public void next(List<F> faults) {
    next.addAll(faults);
  }

  /** Sets the fault of all requests from now on, and drops what is queued. */
  public void always(F fault) {
    next.clear();
    lasting = fault;
  }

  /** Takes the fault of one request off the queue. */
  public F poll() {
    return Optional.ofNullable(next.poll()).orElse(lasting);
  }

  public F lasting() {
    return lasting;
  }
}
