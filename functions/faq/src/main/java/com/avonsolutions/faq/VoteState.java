package com.avonsolutions.faq;

/** What the visitor just voted, as the query's field {@code helpful} says on an entry's page. */
public enum VoteState {
  NOT_VOTED,
  HELPFUL,
  NOT_HELPFUL
}
