package com.avonsolutions.answers;

import java.util.List;

/**
 * What came of a question.
 *
 * @param answers best first; empty when no entry is good enough to be called an answer
 * @param nearest what the visitor may have meant when there is no answer, best first
 * @param cut whether only the beginning of an overlong question was read
 */
public record Answers(List<Candidate> answers, List<Candidate> nearest, boolean cut) {

  public boolean answered() {
    return !answers.isEmpty();
  }
}
