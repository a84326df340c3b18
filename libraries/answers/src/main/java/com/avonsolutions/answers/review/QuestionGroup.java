package com.avonsolutions.answers.review;

import com.avonsolutions.domain.faq.FaqEntry;
import com.avonsolutions.domain.question.UnansweredQuestion;
import java.util.List;
import java.util.Optional;

/**
 * Unanswered questions with the same meaning.
 *
 * @param wordings most asked first, at least one
 * @param near the entry nearest to the first wording, which may become its alias; empty if the
 *     question needs a new entry
 */
public record QuestionGroup(List<UnansweredQuestion> wordings, Optional<FaqEntry> near) {

  /** The most asked wording. */
  public String question() {
    return wordings.get(0).question();
  }

  /** How often all wordings together were asked. */
  public int count() {
    return wordings.stream().mapToInt(UnansweredQuestion::count).sum();
  }
}
