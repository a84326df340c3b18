package com.avonsolutions.domain.lead;

import com.avonsolutions.domain.FailureLog;
import com.avonsolutions.domain.StoreUnavailableException;
import com.avonsolutions.domain.submission.Receipt;
import com.avonsolutions.domain.submission.SubmissionIdentity;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Accepts the leads of all sources; a lead with a receipt is durable. */
@Singleton
@Requires(beans = LeadStore.class)
public final class LeadIntake {
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
    try {
      return leads.store(lead, identity);
    } catch (StoreUnavailableException e) {
      if (spill.isEmpty()) {
        throw e;
      }
      log.ifPresent(failures -> failures.failure("store of leads", e));
      spill.get().put(new SpilledLead(lead, identity));
      return Receipt.queued(lead.id());
    }
  }
}
