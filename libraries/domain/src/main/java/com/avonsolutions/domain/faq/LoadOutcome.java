package com.avonsolutions.domain.faq;

/** What became of a starter entry. */
public enum LoadOutcome {
  WRITTEN,
  /** The same entry was loaded before. */
  UNCHANGED,
  /** Staff changed the entry; theirs stays. */
  KEPT
}
