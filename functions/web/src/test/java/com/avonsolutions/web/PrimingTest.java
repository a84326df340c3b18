package com.avonsolutions.web;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.avonsolutions.testing.SamTemplate;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PrimingTest {
  private final Map<String, String> environment =
      SamTemplate.ofProject().environment("ContactFunction", Map.of());

  @Test
  void rehearse_shouldFail_whenAnEventIsMissing() {
    Priming priming = Priming.reading(CountingHandler::new, "no/event");

    assertThatExceptionOfType(FileNotFoundException.class)
        .isThrownBy(() -> priming.rehearse(environment))
        .withMessageContaining("priming/no/event.json");
  }

  @Test
  void rehearse_shouldFail_whenTheFunctionFailsAtAnEvent() {
    Priming priming = Priming.reading(FailingHandler::new, "training/sample");

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> priming.rehearse(environment))
        .withMessageContaining("java.lang.IllegalStateException");
  }

  private static final class FailingHandler extends CountingHandler {
    FailingHandler(Map<String, String> environment, Object... singletons) {
      super(environment, singletons);
    }

    @Override
    protected Response answer(Request request) {
      throw new IllegalStateException("as a bug would");
    }
  }
}
