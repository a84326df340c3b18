package com.avonsolutions.answers;

import java.util.List;
import java.util.Optional;

/**
 * The result of a question.
 *
 * @param answers best first, at most five; empty when no entry reaches the answer threshold
 * @param nearest "did you mean" entries when there is no answer, best first, at most three
 * @param hint whom to ask instead, when the question is about a subject that no entry answers
 * @param truncated whether the question was too long to be read whole
 */
public record Answers(
    List<Candidate> answers, List<Candidate> nearest, Optional<String> hint, boolean truncated) {

  public boolean answered() {
    return !answers.isEmpty();
  }
}
