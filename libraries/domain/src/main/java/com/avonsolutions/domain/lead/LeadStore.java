package com.avonsolutions.domain.lead;

import com.avonsolutions.domain.submission.Receipt;
import com.avonsolutions.domain.submission.SubmissionIdentity;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * Keeps leads. Every method throws {@link com.avonsolutions.domain.StoreUnavailableException} when
 * the store does not answer in time. Days and months are in India's time zone.
 */
public interface LeadStore {

  /**
   * Stores the lead, with the record of its consent, unless its submission is already stored. When
   * this returns, both are durable; when it throws, storing it again with the same identity is
   * safe.
   *
   * @throws com.avonsolutions.domain.submission.SubmissionConflictException when the identity's key
   *     is already used for other content; this lead is stored too, {@link LeadState#QUARANTINED}
   */
  Receipt store(Lead lead, SubmissionIdentity identity);

  Optional<Lead> find(String id);

  /**
   * The id of the lead that was stored with this identity; a repeat gets the same id. The lead
   * itself may be erased or blocked.
   */
  Optional<String> storedId(SubmissionIdentity identity);

  /**
   * Stores a lead with its details, and the record of its consent with whom it concerns, unless the
   * lead was completed or erased in the meantime.
   *
   * @return whether it was still {@link LeadState#AWAITING_DETAILS}
   */
  boolean complete(Lead lead);

  /** The leads of one day, newest first. */
  List<Lead> receivedOn(LocalDate day, int limit);

  /** Ids of the leads of one month that are in this state, newest first. */
  List<String> inState(LeadState state, YearMonth month, int limit);

  /** Ids of all leads with this e-mail address, whatever its case, newest first. */
  List<String> withEmail(String email);

  /** Ids of all leads with this phone number, as the first or the other one, newest first. */
  List<String> withPhone(Phone phone);

  /**
   * Releases a lead from quarantine; its retention becomes that of other leads. The reasons of the
   * verdict are kept.
   *
   * @return whether a lead with this id was in quarantine
   */
  boolean release(String id);

  /**
   * Deletes a lead, expired or not. The record of its submission stays until it expires: it holds
   * only hashes and the lead's id, and stops a late repeat of the submission from restoring the
   * lead. The record of its consent stays too, as the proof.
   *
   * @return whether a lead with this id existed
   */
  boolean erase(String id);

  /**
   * Deletes the lead of an identity, or blocks it if it has not arrived yet: messages of a platform
   * come in any order.
   */
  void eraseAndBlock(SubmissionIdentity identity);
}
