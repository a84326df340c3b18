package com.avonsolutions.web.page;

import com.avonsolutions.domain.submission.Violation;
import com.avonsolutions.text.Unicode;
import com.avonsolutions.web.form.Rejection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A form to render: empty, or with what was typed and what is wrong with it.
 *
 * @param submissionKey a hidden field, so that pressing the button twice is one submission
 * @param values what was typed, by field
 * @param errors one message per field with a mistake, in the order of the fields
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

  /**
   * The form as it was sent, without control characters, and with the reasons why it is shown
   * again.
   */
  public static FormView rejected(
      String submissionKey, Map<String, String> values, Rejection rejection) {
    Map<String, String> errors = new LinkedHashMap<>();
    for (Violation violation : rejection.violations()) {
      errors.putIfAbsent(violation.field(), violation.message());
    }
    Map<String, String> printable = new HashMap<>();
    values.forEach((field, value) -> printable.put(field, Unicode.printable(value)));
    return new FormView(submissionKey, printable, errors, rejection.notice());
  }

  /** What was typed into the field, or an empty text. */
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
