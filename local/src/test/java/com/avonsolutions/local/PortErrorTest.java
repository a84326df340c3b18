package com.avonsolutions.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.BindException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operating system's messages, because a test may run as an administrator. */
class PortErrorTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Permission denied      | Port 80 is for administrators only: choose one above 1023 with --port.
          Address already in use | Port 80 is taken: stop what listens there, or choose another one with --port.
          """)
  void of_shouldSayWhatToDo_whenAPortIsRefused(String reason, String line) {
    assertThat(PortError.of(80, "--port", new BindException(reason))).hasMessage(line);
  }
}
