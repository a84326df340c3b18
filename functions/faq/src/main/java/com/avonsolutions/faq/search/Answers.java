package com.avonsolutions.faq.search;

import com.avonsolutions.domain.faq.FaqEntry;
import java.util.List;

/**
 * What came of a question.
 *
 * @param answers best first; empty when no entry is good enough to be called an answer
 * @param nearest what comes nearest when there is no answer
 */
public record Answers(List<Candidate> answers, List<FaqEntry> nearest) {

  public boolean answered() {
    return !answers.isEmpty();
  }
}
