package com.avonsolutions.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.testing.SamTemplate;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.crac.Core;
import org.junit.jupiter.api.Test;

class HttpHandlerTest {
  private static final AtomicInteger ANSWERED = new AtomicInteger();

  /** Injected into, like any function, it has to be seen. */
  static final class Counting extends HttpHandler {
    @Inject Clock clock;

    Counting(Map<String, String> environment, Object... singletons) {
      super(environment, singletons);
    }

    @Override
    protected Priming priming() {
      return Priming.writing("LEADS_TABLE", Counting::new, "training/sample");
    }

    @Override
    protected Response answer(Request request) {
      ANSWERED.incrementAndGet();
      return Response.of(204);
    }
  }

  @Test
  void beforeCheckpoint_shouldRehearseAndSayWhatFailed_whenDynamoDbIsAway() {
    Map<String, String> environment =
        SamTemplate.ofProject()
            .environment("ContactFunction", Map.of("DynamoDbEndpoint", "http://localhost:1"));
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    PrintStream standardOut = System.out;
    System.setOut(new PrintStream(log, true, UTF_8));
    try (Counting handler = new Counting(environment)) {
      handler.beforeCheckpoint(Core.getGlobalContext());
    } finally {
      System.setOut(standardOut);
    }

    assertThat(ANSWERED).hasValueGreaterThan(0);
    assertThat(log.toString(UTF_8).lines())
        .singleElement()
        .asString()
        .contains("\"level\":\"ERROR\"", "\"what\":\"priming\"", "SdkClientException");
  }
}
