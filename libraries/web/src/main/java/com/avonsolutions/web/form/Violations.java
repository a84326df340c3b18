package com.avonsolutions.web.form;

import com.avonsolutions.domain.lead.LeadField;
import com.avonsolutions.domain.submission.InvalidSubmissionException;
import com.avonsolutions.domain.submission.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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

  /** Checks a field that is one line. */
  public Violations line(LeadField field, String text) {
    return line(field.code(), text, field.maxLength(), field.noun());
  }

  /**
   * Checks a text of one line.
   *
   * @param noun what the text is called in a sentence
   */
  public Violations line(String field, String text, int maxLength, String noun) {
    return require(text.length() <= maxLength, field, tooLong(noun, maxLength))
        .require(PlainText.isSingleLine(text), field, INVISIBLE);
  }

  /** Checks a field of several lines. */
  public Violations lines(LeadField field, String text) {
    return lines(
        field.code(), text, 0, field.maxLength(), tooLong(field.noun(), field.maxLength()));
  }

  /** Checks a text of several lines. */
  public Violations lines(
      String field, String text, int minLength, int maxLength, String wrongLength) {
    return require(text.length() >= minLength && text.length() <= maxLength, field, wrongLength)
        .require(PlainText.isMultiLine(text), field, INVISIBLE);
  }

  private static String tooLong(String noun, int maxLength) {
    return String.format(Locale.ROOT, "Keep the %s under %,d characters.", noun, maxLength);
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
