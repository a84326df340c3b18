package com.avonsolutions.domain.lead;

import com.avonsolutions.domain.submission.Receipt;
import com.avonsolutions.domain.submission.SubmissionIdentity;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;

/** Where every source puts its leads: what it has given a receipt for is not lost any more. */
@Singleton
@Requires(beans = LeadStore.class)
public final class LeadInbox {
  private final LeadStore leads;

  LeadInbox(LeadStore leads) {
    this.leads = leads;
  }

  /**
   * Keeps the lead, or finds it kept already.
   *
   * @throws com.avonsolutions.domain.StoreUnavailableException when the lead could not be kept;
   *     sending it again with the same identity is safe
   * @throws com.avonsolutions.domain.submission.SubmissionConflictException as {@link
   *     LeadStore#store}
   */
  public Receipt take(Lead lead, SubmissionIdentity identity) {
    return leads.store(lead, identity);
  }
}
