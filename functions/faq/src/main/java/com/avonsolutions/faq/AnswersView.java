package com.avonsolutions.faq;

import com.avonsolutions.answers.Answers;
import java.util.List;
import java.util.Optional;

/**
 * What came of a question, as it is drawn.
 *
 * @param answered whether the entries answer it; else they are what the visitor may have meant
 * @param entries best first
 * @param note what the visitor should know of how the question was read
 * @param shape goes along with a vote
 * @param voteToken tells this visitor's votes from others'
 */
public record AnswersView(
    boolean answered,
    List<EntryView> entries,
    Optional<String> note,
    String shape,
    String voteToken) {

  static AnswersView of(Question question, Answers answers, String voteToken) {
    return new AnswersView(
        answers.answered(),
        (answers.answered() ? answers.answers() : answers.nearest())
            .stream().map(EntryView::of).toList(),
        question.note(answers),
        QuestionShape.of(question.text()).text(),
        voteToken);
  }

  /** Says it in one line. */
  public String status() {
    if (!answered) {
      return entries.isEmpty() ? "No answer yet" : "No sure answer. Did you mean one of these?";
    }
    return entries.size() == 1 ? "1 answer" : entries.size() + " answers";
  }
}
