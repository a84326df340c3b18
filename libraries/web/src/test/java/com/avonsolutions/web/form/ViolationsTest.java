package com.avonsolutions.web.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.avonsolutions.domain.submission.InvalidSubmissionException;
import com.avonsolutions.domain.submission.Violation;
import org.junit.jupiter.api.Test;

class ViolationsTest {
  private static final String INVISIBLE = "Remove the invisible control characters.";

  @Test
  void throwIfAny_shouldNotThrow_whenThereAreNone() {
    Violations violations =
        new Violations()
            .require(true, "consent", "no")
            .line("name", "12345", 5, "name")
            .lines("message", "ab\ncd", 5, 5, "no");

    assertThatCode(violations::throwIfAny).doesNotThrowAnyException();
  }

  @Test
  void throwIfAny_shouldListAllInOrder() {
    Violations violations =
        new Violations()
            .line("name", "123\u00006", 4, "name")
            .require(false, "consent", "agree")
            .lines("message", "a", 2, 5, "too short")
            .lines("text", "abc\u0007", 1, 3, "too long");

    InvalidSubmissionException thrown =
        catchThrowableOfType(InvalidSubmissionException.class, violations::throwIfAny);

    assertThat(thrown.violations())
        .containsExactly(
            new Violation("name", "Keep the name under 4 characters."),
            new Violation("name", INVISIBLE),
            new Violation("consent", "agree"),
            new Violation("message", "too short"),
            new Violation("text", "too long"),
            new Violation("text", INVISIBLE));
  }

  @Test
  void line_shouldRejectALineBreak() {
    Violations violations = new Violations().line("name", "a\nb", 5, "name");

    assertThat(
            catchThrowableOfType(InvalidSubmissionException.class, violations::throwIfAny)
                .violations())
        .containsExactly(new Violation("name", INVISIBLE));
  }
}
