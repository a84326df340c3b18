package com.avonsolutions.web.form;

import com.avonsolutions.domain.submission.Violation;
import io.micronaut.validation.validator.Validator;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;

/** Checks what a submission's record declares of its fields. */
@Singleton
public final class SubmissionValidator {
  private final Validator validator;

  SubmissionValidator(Validator validator) {
    this.validator = validator;
  }

  /**
   * What is wrong with a submission.
   *
   * @param order the names of its fields, in the order of the form
   */
  public <T> List<Violation> check(T submission, List<String> order) {
    return validator.validate(submission).stream()
        .map(
            violation ->
                new Violation(violation.getPropertyPath().toString(), violation.getMessage()))
        .sorted(
            Comparator.comparingInt((Violation violation) -> order.indexOf(violation.field()))
                .thenComparing(Violation::message))
        .toList();
  }
}
