package com.avonsolutions.answers;

/** What an entry's score allows us to say. */
public enum Band {
  /** It answers the question. */
  ANSWER,
  /** It may; the visitor is asked whether they meant it. */
  DID_YOU_MEAN,
  /** It does not. */
  NONE
}
