package com.avonsolutions.faq;

import com.avonsolutions.answers.Answers;
import com.avonsolutions.domain.faq.FaqEntry;
import com.avonsolutions.domain.submission.InvalidSubmissionException;
import com.avonsolutions.domain.submission.Violation;
import com.avonsolutions.web.http.Request;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A visitor's question.
 *
 * @param text one line without control characters, not empty
 * @param message the same with its line breaks, which end sentences
 */
record Question(String text, String message) {
  private static final Pattern SPACES = Pattern.compile("[\\p{Cc}\\p{Z}]+");
  private static final Pattern SPACES_IN_A_LINE = Pattern.compile("[\\p{Cc}\\p{Z}&&[^\\n]]+");
  private static final Pattern TWO_LETTERS = Pattern.compile("[\\p{L}\\p{N}].*[\\p{L}\\p{N}]");
  private static final Pattern READABLE = Pattern.compile("[\\p{IsLatin}\\p{IsDevanagari}\\p{N}]");

  /** The question in the query's field {@code q}; empty if the field is missing or blank. */
  static Optional<Question> of(Request request) {
    return request
        .query("q")
        .map(
            asked ->
                new Question(
                    SPACES.matcher(asked).replaceAll(" ").strip(),
                    SPACES_IN_A_LINE.matcher(asked).replaceAll(" ").strip()))
        .filter(question -> !question.text.isEmpty());
  }

  /**
   * The question in the query's field {@code q}.
   *
   * @throws InvalidSubmissionException if the field is missing or blank
   */
  static Question required(Request request) {
    return of(request)
        .orElseThrow(
            () ->
                new InvalidSubmissionException(
                    List.of(new Violation("q", "Ask a question in q."))));
  }

  /** A hint for the visitor on how the question was read, or whom to ask instead. */
  Optional<String> note(Answers answers) {
    if (answers.truncated()) {
      return Optional.of(
          "Your message is long: we read its beginning and its last %,d characters."
              .formatted(FaqEntry.MAX_ASKED_LENGTH));
    }
    if (answers.hint().isPresent()) {
      return answers.hint();
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
