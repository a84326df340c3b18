package com.avonsolutions.answers;

/** The features that make up an entry's match. Each has a value from 0 to about 1. */
public enum Feature {
  /** BM25F of the question's words. */
  WORDS,
  /** Cosine similarity of the question and the entry's wordings. */
  MEANING,
  /** Cosine similarity of the question and the entry's question and answer together. */
  MEANING_WITH_ANSWER,
  /** How much of the question occurs in the answer, with the same stems. */
  ANSWER_WORDS,
  /** Similarity word by word of the question and the best wordings, in both directions. */
  ALIGNMENT,
  /** How much of the question is covered by words of any wording. */
  COVERAGE
}
