package com.avonsolutions.web.view;

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
