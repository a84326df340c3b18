package com.avonsolutions.domain.vote;

import java.time.YearMonth;
import java.util.List;

/**
 * Keeps votes for half a year. Every method throws {@link
 * com.avonsolutions.domain.StoreUnavailableException} when the store does not answer in time.
 */
public interface VoteStore {

  /** Stores a vote; it replaces the voter's earlier vote of the same month. */
  void put(Vote vote);

  /** The month's votes by entry and question, most "no" votes first. */
  List<VoteCount> counts(YearMonth month);
}
