package com.avonsolutions.domain.question;

import java.time.YearMonth;
import java.util.List;

/** Counts unanswered questions. */
public interface QuestionStore {

  /**
   * Adds one to the question's count of this month.
   *
   * @param question normalised, and free of personal data
   * @param offered whether the visitor was offered similar questions
   */
  void countUnanswered(String question, boolean offered);

  /**
   * The month's questions, most asked first: at most 800, always including the 200 most asked.
   * Eventually consistent.
   */
  List<UnansweredQuestion> unanswered(YearMonth month);
}
