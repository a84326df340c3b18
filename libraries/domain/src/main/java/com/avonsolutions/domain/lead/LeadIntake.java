package com.avonsolutions.domain.lead;

import com.avonsolutions.domain.FailureLog;
import com.avonsolutions.domain.StoreUnavailableException;
import com.avonsolutions.domain.submission.Receipt;
import com.avonsolutions.domain.submission.SubmissionIdentity;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/** Accepts the leads of all sources; a lead with a receipt is durable. */
@Singleton
@Requires(beans = LeadStore.class)
public final class LeadIntake {
  /** Java keeps five connections to a host open; one more would need a new one for each lead. */
  private static final int MAX_AT_ONCE = 5;

  private final LeadStore leads;
  private final Optional<SpillQueue> spill;
  private final Optional<FailureLog> log;

  LeadIntake(LeadStore leads, Optional<SpillQueue> spill, Optional<FailureLog> log) {
    this.leads = leads;
    this.spill = spill;
    this.log = log;
  }

  /**
   * Stores the lead unless it is already stored. While the store is unavailable, the lead goes to
   * the queue, and the receipt says so.
   *
   * @throws StoreUnavailableException when store and queue both fail; sending the lead again with
   *     the same identity is safe
   * @throws com.avonsolutions.domain.submission.SubmissionConflictException as {@link
   *     LeadStore#store}; never for a lead that goes to the queue, which is compared later
   */
  public Receipt accept(Lead lead, SubmissionIdentity identity) {
    return accept(new SpilledLead(lead, identity), new AtomicBoolean());
  }

  /**
   * Accepts the leads of one message, several at a time. After one refusal of the store the rest
   * goes straight to the queue: each would wait for the store's timeout, and together longer than
   * the function may run.
   *
   * @throws StoreUnavailableException as {@link #accept}; the other leads are durable nevertheless
   */
  public void acceptAll(List<SpilledLead> batch) {
    if (batch.isEmpty()) {
      return;
    }
    AtomicBoolean refused = new AtomicBoolean();
    ExecutorService pool = Executors.newFixedThreadPool(Math.min(MAX_AT_ONCE, batch.size()));
    try {
      List<CompletableFuture<Receipt>> accepted =
          batch.stream()
              .map(one -> CompletableFuture.supplyAsync(() -> accept(one, refused), pool))
              .toList();
      CompletableFuture.allOf(accepted.toArray(CompletableFuture[]::new)).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof StoreUnavailableException unavailable ? unavailable : e;
    } finally {
      pool.shutdown();
    }
  }

  /**
   * Accepts a lead.
   *
   * @param refused whether the store has refused another lead of the message; set when it refuses
   */
  private Receipt accept(SpilledLead one, AtomicBoolean refused) {
    if (spill.isEmpty() || !refused.get()) {
      try {
        return counted(leads.store(one.lead(), one.identity()), one.lead());
      } catch (StoreUnavailableException e) {
        if (spill.isEmpty()) {
          throw e;
        }
        if (refused.compareAndSet(false, true)) {
          log.ifPresent(failures -> failures.failure("store of leads", e));
        }
      }
    }
    spill.orElseThrow().put(one);
    return counted(Receipt.queued(one.lead().id()), one.lead());
  }

  /** A lead is not refused for words of consent that we do not have; somebody has to look. */
  private Receipt counted(Receipt receipt, Lead lead) {
    log.ifPresent(failures -> lead.consent().logUnknownWords(receipt, failures));
    return receipt;
  }
}
