package com.avonsolutions.domain.vote;

import java.time.YearMonth;
import java.util.List;

/**
 * Keeps votes for half a year. Every method throws {@link
 * com.avonsolutions.domain.StoreUnavailableException} when the store does not answer in time.
 */
public interface VoteStore {

  /** Stores a vote; in the same month it takes the place of an earlier one of the same voter. */
  void put(Vote vote);

  /** The month's votes by entry and question, those with most noes first. */
  List<VoteCount> counts(YearMonth month);
}
