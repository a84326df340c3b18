package com.avonsolutions.domain.lead;

import com.avonsolutions.domain.FailureLog;
import com.avonsolutions.domain.StoreUnavailableException;
import com.avonsolutions.domain.submission.Receipt;
import com.avonsolutions.domain.submission.SubmissionIdentity;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Where every source puts its leads: what it has given a receipt for is not lost any more. */
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
   * Keeps the lead, or finds it kept already. While the store refuses it, the lead waits in the
   * queue, and the receipt says so.
   *
   * @throws StoreUnavailableException when the lead could not be kept, not even in the queue;
   *     sending it again with the same identity is safe
   * @throws com.avonsolutions.domain.submission.SubmissionConflictException as {@link
   *     LeadStore#store}; of a lead in the queue nobody knows yet
   */
  public Receipt accept(Lead lead, SubmissionIdentity identity) {
    try {
      return leads.store(lead, identity);
    } catch (StoreUnavailableException refused) {
      if (spill.isEmpty()) {
        throw refused;
      }
      log.ifPresent(told -> told.failure("store of leads", refused));
      spill.get().put(new SpilledLead(lead, identity));
      return Receipt.queued(lead.id());
    }
  }
}
