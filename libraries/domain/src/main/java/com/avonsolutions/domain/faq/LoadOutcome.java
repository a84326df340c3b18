package com.avonsolutions.domain.faq;

/** The result of loading a starter entry. */
public enum LoadOutcome {
  WRITTEN,
  /** The same entry was loaded before. */
  UNCHANGED,
  /** Staff edited the entry; their version stays. */
  KEPT
}
