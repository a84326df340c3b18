package com.avonsolutions.domain.question;

import java.time.YearMonth;
import java.util.List;

/** Counts questions that found no answer. */
public interface QuestionStore {

  /**
   * Adds one to the question's count of this month.
   *
   * @param question normalised, and free of personal data
   * @param offered whether the visitor was offered what they may have meant
   */
  void countUnanswered(String question, boolean offered);

  /**
   * The month's questions, asked most first: at most 800, and of more than that the 200 most asked
   * are always among them. What was asked in the last second may be missing.
   */
  List<UnansweredQuestion> unanswered(YearMonth month);
}
