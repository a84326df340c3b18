package com.avonsolutions.web.form;

import com.avonsolutions.domain.submission.InvalidSubmissionException;
import com.avonsolutions.domain.submission.Violation;
import java.util.ArrayList;
import java.util.List;

/**
 * Collects everything that is wrong with a submission, in the order in which it is asked, so that a
 * person is told all of it at once. Fields are asked in the order of the form.
 */
public final class Violations {
  private static final String INVISIBLE = "Remove the invisible control characters.";

  private final List<Violation> found = new ArrayList<>();

  /** Adds a violation where something does not hold. */
  public Violations require(boolean holds, String field, String otherwise) {
    if (!holds) {
      found.add(new Violation(field, otherwise));
    }
    return this;
  }

  /**
   * Asks a text of one line.
   *
   * @param most so many characters it may have
   */
  public Violations line(String field, String text, int most, String tooLong) {
    return require(text.length() <= most, field, tooLong)
        .require(PlainText.isLine(text), field, INVISIBLE);
  }

  /**
   * Asks a text of several lines.
   *
   * @param least so many characters it has to have
   * @param most so many it may have
   */
  public Violations lines(String field, String text, int least, int most, String otherwise) {
    return require(text.length() >= least && text.length() <= most, field, otherwise)
        .require(PlainText.isLines(text), field, INVISIBLE);
  }

  /**
   * Ends the questions.
   *
   * @throws InvalidSubmissionException with everything that has to change
   */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw new InvalidSubmissionException(List.copyOf(found));
    }
  }
}
