package com.avonsolutions.answers;

/** What an entry's score is made of; each has a value from 0 to about 1. */
public enum Feature {
  /** The question's words stand in the entry. */
  WORDS,
  /** The question means what the entry's ways of asking mean. */
  MEANING,
  /** The question means what the entry's question and answer mean together. */
  MEANING_WITH_ANSWER,
  /** Each word finds its like in one way of asking, and the other way round. */
  ALIGNMENT,
  /** Each word of the question finds its like in any of the ways of asking. */
  COVERAGE
}
