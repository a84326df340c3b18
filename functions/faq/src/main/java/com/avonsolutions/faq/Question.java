package com.avonsolutions.faq;

import com.avonsolutions.domain.submission.InvalidSubmissionException;
import com.avonsolutions.domain.submission.Violation;
import com.avonsolutions.web.Request;
import java.util.List;
import java.util.Optional;

/**
 * What a visitor asks.
 *
 * @param text one line without control characters
 */
record Question(String text) {
  private static final int LONGEST = 300;
  static final String TOO_LONG =
      "Your question is longer than " + LONGEST + " characters. Ask it in fewer words.";

  /**
   * The question in the query's field {@code q}, or nothing when the field is missing or blank.
   *
   * @throws InvalidSubmissionException when it is too long
   */
  static Optional<Question> of(Request request) {
    String text = request.query("q").orElse("").replaceAll("[\\p{Cc}\\p{Z}]+", " ").strip();
    if (text.length() > LONGEST) {
      throw invalid(TOO_LONG);
    }
    return text.isEmpty() ? Optional.empty() : Optional.of(new Question(text));
  }

  /**
   * The question in the query's field {@code q}.
   *
   * @throws InvalidSubmissionException when there is none or it is too long
   */
  static Question required(Request request) {
    return of(request).orElseThrow(() -> invalid("Ask a question in q."));
  }

  private static InvalidSubmissionException invalid(String message) {
    return new InvalidSubmissionException(List.of(new Violation("q", message)));
  }
}
