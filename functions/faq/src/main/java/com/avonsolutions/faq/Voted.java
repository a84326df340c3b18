package com.avonsolutions.faq;

/** What the visitor has said of the answer on an entry's page. */
public enum Voted {
  NOT_YET,
  YES,
  NO
}
