package com.avonsolutions.faq;

import com.avonsolutions.answers.Answers;
import java.util.List;
import java.util.Optional;

/**
 * The result of a question, for the template.
 *
 * @param answered whether the entries answer it; otherwise they are "did you mean" entries
 * @param entries best first
 * @param note a hint on how the question was read, or whom to ask instead
 * @param redactedQuestion the question that is stored with a vote
 * @param voteToken random, distinguishes this visitor's votes
 */
public record AnswersView(
    boolean answered,
    List<EntryView> entries,
    Optional<String> note,
    String redactedQuestion,
    String voteToken) {

  static AnswersView of(Question question, Answers answers, String voteToken) {
    return new AnswersView(
        answers.answered(),
        (answers.answered() ? answers.answers() : answers.nearest())
            .stream().map(EntryView::of).toList(),
        question.note(answers),
        RedactedQuestion.of(question.text()).text(),
        voteToken);
  }

  /** One line for the visitor. */
  public String status() {
    if (!answered) {
      return entries.isEmpty() ? "No answer yet" : "No sure answer. Did you mean one of these?";
    }
    return entries.size() == 1 ? "1 answer" : entries.size() + " answers";
  }
}
