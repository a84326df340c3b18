package com.avonsolutions.answers.review;

import com.avonsolutions.domain.faq.FaqEntry;
import com.avonsolutions.domain.question.UnansweredQuestion;
import java.util.List;
import java.util.Optional;

/**
 * Unanswered questions that ask the same.
 *
 * @param wordings most asked first, at least one
 * @param near the entry that comes nearest to the first wording, which may take it as an alias;
 *     without one it needs an entry of its own
 */
public record QuestionGroup(List<UnansweredQuestion> wordings, Optional<FaqEntry> near) {

  /** The wording that stands for all. */
  public String question() {
    return wordings.get(0).question();
  }

  /** How often any of them was asked. */
  public int count() {
    return wordings.stream().mapToInt(UnansweredQuestion::count).sum();
  }
}
