package com.avonsolutions.web.form;

import com.avonsolutions.domain.submission.InvalidSubmissionException;
import com.avonsolutions.domain.submission.Violation;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks a submission and collects all violations, so that its sender sees them at once. Check the
 * fields in the order of the form.
 */
public final class Violations {
  private static final String INVISIBLE = "Remove the invisible control characters.";

  private final List<Violation> found = new ArrayList<>();

  /** Adds a violation unless the condition holds. */
  public Violations require(boolean holds, String field, String message) {
    if (!holds) {
      found.add(new Violation(field, message));
    }
    return this;
  }

  /** Checks a text of one line. */
  public Violations line(String field, String text, int maxLength, String tooLong) {
    return require(text.length() <= maxLength, field, tooLong)
        .require(PlainText.isSingleLine(text), field, INVISIBLE);
  }

  /** Checks a text of several lines. */
  public Violations lines(
      String field, String text, int minLength, int maxLength, String wrongLength) {
    return require(text.length() >= minLength && text.length() <= maxLength, field, wrongLength)
        .require(PlainText.isMultiLine(text), field, INVISIBLE);
  }

  /**
   * Ends the checks.
   *
   * @throws InvalidSubmissionException with all violations, if there are any
   */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new InvalidSubmissionException(List.copyOf(found));
    }
  }
}
