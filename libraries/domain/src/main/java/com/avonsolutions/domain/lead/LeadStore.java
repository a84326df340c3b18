package com.avonsolutions.domain.lead;

import com.avonsolutions.domain.submission.Receipt;
import com.avonsolutions.domain.submission.SubmissionIdentity;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * Keeps leads. Every method throws {@link com.avonsolutions.domain.StoreUnavailableException} when
 * the store does not answer in time. Days and months are those of India's time.
 */
public interface LeadStore {

  /**
   * Stores the lead, unless its submission is stored already. When this returns, the lead is kept
   * in the store; when it throws, storing it again with the same identity is safe.
   *
   * @throws com.avonsolutions.domain.submission.SubmissionConflictException when the identity's key
   *     came with another content; this lead is kept too, {@link LeadState#QUARANTINED}
   */
  Receipt store(Lead lead, SubmissionIdentity identity);

  Optional<Lead> find(String id);

  /**
   * The id that a lead with this identity was stored under, if one is remembered: a repeat would
   * get it. The lead itself may be gone, or have been kept out.
   */
  Optional<String> storedAs(SubmissionIdentity identity);

  /**
   * Writes a lead whose details have come, unless somebody else has done so or erased it.
   *
   * @return whether it was still {@link LeadState#AWAITING_DETAILS}
   */
  boolean complete(Lead lead);

  /** The leads of one day, newest first. */
  List<Lead> receivedOn(LocalDate day, int limit);

  /** Ids of the leads that came in one month and are in this state, newest first. */
  List<String> inState(LeadState state, YearMonth month, int limit);

  /** Ids of all leads with this e-mail address, whatever its case, newest first. */
  List<String> withEmail(String email);

  /** Ids of all leads with this phone number, newest first. */
  List<String> withPhone(Phone phone);

  /**
   * Takes a lead out of quarantine, to be called and kept as any other; why it was there stays with
   * it.
   *
   * @return whether there was a lead with this id in quarantine
   */
  boolean release(String id);

  /**
   * Deletes a lead for good, an expired one too. The record of its submission stays until it
   * expires by itself: it holds only hashes and the lead's id, and keeps a late repeat of the same
   * submission from bringing the lead back.
   *
   * @return whether there was a lead with this id
   */
  boolean erase(String id);

  /**
   * Deletes the lead of an identity for good, and keeps it out if it has yet to come: messages of a
   * platform come in any order.
   */
  void eraseAndKeepOut(SubmissionIdentity identity);
}
