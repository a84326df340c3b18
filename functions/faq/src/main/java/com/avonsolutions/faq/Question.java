package com.avonsolutions.faq;

import com.avonsolutions.answers.Answers;
import com.avonsolutions.domain.submission.InvalidSubmissionException;
import com.avonsolutions.domain.submission.Violation;
import com.avonsolutions.web.http.Request;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a visitor asks.
 *
 * @param text one line without control characters, not empty
 */
record Question(String text) {
  private static final Pattern BLANKS = Pattern.compile("[\\p{Cc}\\p{Z}]+");
  private static final Pattern TWO_LETTERS = Pattern.compile("[\\p{L}\\p{N}].*[\\p{L}\\p{N}]");
  private static final Pattern READABLE = Pattern.compile("[\\p{IsLatin}\\p{IsDevanagari}\\p{N}]");

  /** The question in the query's field {@code q}, or nothing when the field is missing or blank. */
  static Optional<Question> of(Request request) {
    return request
        .query("q")
        .map(text -> BLANKS.matcher(text).replaceAll(" ").strip())
        .filter(text -> !text.isEmpty())
        .map(Question::new);
  }

  /**
   * The question in the query's field {@code q}.
   *
   * @throws InvalidSubmissionException when there is none
   */
  static Question required(Request request) {
    return of(request)
        .orElseThrow(
            () ->
                new InvalidSubmissionException(
                    List.of(new Violation("q", "Ask a question in q."))));
  }

  /** What the visitor should know of how the question was read. */
  Optional<String> note(Answers answers) {
    if (answers.cut()) {
      return Optional.of("Your question is long: we read its first 300 characters.");
    }
    if (answers.answered() || !answers.nearest().isEmpty()) {
      return Optional.empty();
    }
    if (!TWO_LETTERS.matcher(text).find()) {
      return Optional.of("Ask in a few words.");
    }
    return READABLE.matcher(text).find()
        ? Optional.empty()
        : Optional.of(
            "Answers here come for English, Hindi and Hinglish. In other languages, ask us: a person"
                + " reads it.");
  }
}
