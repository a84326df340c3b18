package com.avonsolutions.web.page;

import com.avonsolutions.domain.submission.Violation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A form as it is drawn: empty, or with what was typed and what was wrong with it.
 *
 * @param submissionKey goes along as a hidden field, so that pressing twice is one submission
 * @param values what was typed, by field
 * @param errors one message per wrong field, in the order of the fields
 * @param notice a message about the whole form, e.g. that storing failed and nothing is lost
 */
public record FormView(
    String submissionKey,
    Map<String, String> values,
    Map<String, String> errors,
    Optional<String> notice) {

  public static FormView empty(String submissionKey) {
    return new FormView(submissionKey, Map.of(), Map.of(), Optional.empty());
  }

  /** The form as it was sent, with what has to change. */
  public static FormView rejected(
      String submissionKey, Map<String, String> values, List<Violation> violations) {
    Map<String, String> errors = new LinkedHashMap<>();
    for (Violation violation : violations) {
      errors.putIfAbsent(violation.field(), violation.message());
    }
    return new FormView(submissionKey, values, errors, Optional.empty());
  }

  /** The form as it was sent, which the store did not take. */
  public static FormView unstored(String submissionKey, Map<String, String> values) {
    return kept(
        submissionKey,
        values,
        "We could not store this just now. Everything you typed is still here: please send it"
            + " again in a moment.");
  }

  /** The form as it was sent, with what is to be said about it. */
  public static FormView kept(String submissionKey, Map<String, String> values, String notice) {
    return new FormView(submissionKey, values, Map.of(), Optional.of(notice));
  }

  /** What was typed into the field, or nothing. */
  public String value(String field) {
    return values.getOrDefault(field, "");
  }

  public Optional<String> error(String field) {
    return Optional.ofNullable(errors.get(field));
  }

  public boolean chosen(String field, String option) {
    return value(field).equals(option);
  }
}
