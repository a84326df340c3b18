package com.avonsolutions.answers;

import java.util.List;

/**
 * The result of a question.
 *
 * @param answers best first, at most five; empty when no entry reaches the answer threshold
 * @param nearest "did you mean" entries when there is no answer, best first, at most three
 * @param truncated whether the question was too long and only its first 300 characters were read
 */
public record Answers(List<Candidate> answers, List<Candidate> nearest, boolean truncated) {

  public boolean answered() {
    return !answers.isEmpty();
  }
}
