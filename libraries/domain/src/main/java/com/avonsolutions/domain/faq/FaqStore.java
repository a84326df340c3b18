package com.avonsolutions.domain.faq;

import java.util.List;

/**
 * Keeps FAQ entries. Every method throws {@link com.avonsolutions.domain.StoreUnavailableException}
 * when the store does not answer in time.
 */
public interface FaqStore {

  /** All published entries, sorted by {@link FaqEntry#order}. */
  List<FaqEntry> published();

  /** A number that grows with every change of any entry; cheap to read. */
  long version();

  /** Creates or updates an entry from the starter files, unless staff edited it since. */
  LoadOutcome load(StarterFaq entry);
}
