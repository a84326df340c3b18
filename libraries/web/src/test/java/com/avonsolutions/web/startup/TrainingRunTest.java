package com.avonsolutions.web.startup;

import static com.avonsolutions.web.function.CountingHandler.ANSWERED;
import static com.avonsolutions.web.function.CountingHandler.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.avonsolutions.text.json.JsonReader;
import com.avonsolutions.web.function.CountingHandler;
import com.avonsolutions.web.function.EventHandler;
import com.avonsolutions.web.http.Request;
import com.avonsolutions.web.http.Response;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrainingRunTest {
  /** Names a folder to which the build copies nothing. */
  static final class WithoutSamples extends CountingHandler {
    public WithoutSamples() {}

    @Override
    protected Priming priming() {
      return Priming.reading(CountingHandler::new, "missing");
    }
  }

  /** Throws at every request. */
  static final class Failing extends CountingHandler {
    public Failing() {}

    private Failing(Map<String, String> environment, Object... singletons) {
      super(environment, singletons);
    }

    @Override
    protected Priming priming() {
      return Priming.reading(Failing::new, "training");
    }

    @Override
    protected Response answer(Request request) {
      throw new IllegalStateException("no answer");
    }
  }

  /** Has no sample events, because no visitor calls it. */
  static final class Called extends EventHandler {
    public Called() {
      super(Map.of());
      STARTED.incrementAndGet();
    }

    @Override
    protected Outcome handle(JsonReader event, Duration left) {
      throw new AssertionError("there is no event");
    }
  }

  /** Throws at start-up. */
  static final class Broken extends EventHandler {
    public Broken() {
      super(Map.of());
      throw new IllegalStateException("no start");
    }

    @Override
    protected Outcome handle(JsonReader event, Duration left) {
      return new Outcome(0, 0);
    }
  }

  @BeforeEach
  void reset() {
    CountingHandler.reset();
  }

  @Test
  void main_shouldAnswerSamplesInACopy_whenVisitorsCallTheFunction() throws Exception {
    TrainingRun.main(new String[] {CountingHandler.class.getName()});

    assertThat(STARTED).hasValue(2);
    assertThat(ANSWERED).hasPositiveValue();
  }

  @Test
  void main_shouldOnlyStartTheFunction_whenNoVisitorCallsIt() throws Exception {
    TrainingRun.main(new String[] {Called.class.getName()});

    assertThat(STARTED).hasValue(1);
  }

  @Test
  void main_shouldFail_whenThereAreNoSamples() {
    assertThatThrownBy(() -> TrainingRun.main(new String[] {WithoutSamples.class.getName()}))
        .isInstanceOf(FileNotFoundException.class)
        .hasMessageContaining("priming/missing/");
  }

  @Test
  void main_shouldFail_whenTheFunctionCannotAnswerASample() {
    assertThatThrownBy(() -> TrainingRun.main(new String[] {Failing.class.getName()}))
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("GET /contact", "java.lang.IllegalStateException");
  }

  @Test
  void main_shouldFail_whenTheFunctionDoesNotStart() {
    assertThatThrownBy(() -> TrainingRun.main(new String[] {Broken.class.getName()}))
        .hasRootCauseMessage("no start");
  }

  @Test
  void main_shouldFail_whenTheClassDoesNotExist() {
    assertThatThrownBy(() -> TrainingRun.main(new String[] {"com.avonsolutions.Nowhere"}))
        .isInstanceOf(ClassNotFoundException.class);
  }
}
