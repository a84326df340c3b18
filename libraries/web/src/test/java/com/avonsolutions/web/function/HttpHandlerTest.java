package com.avonsolutions.web.function;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.domain.MonotonicClock;
import com.avonsolutions.sandbox.event.Answer;
import com.avonsolutions.sandbox.event.EventBuilder;
import com.avonsolutions.sandbox.event.EventFixtures;
import com.avonsolutions.sandbox.template.SamTemplate;
import com.avonsolutions.web.http.RequestLog;
import com.avonsolutions.web.http.Response;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.crac.Core;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpHandlerTest {

  @BeforeEach
  void reset() {
    CountingHandler.reset();
  }

  @Test
  void execute_shouldAnswer_whenTheHandlerHasNoInjectedFields() throws IOException {
    try (CountingHandler handler = new CountingHandler()) {
      Answer answer = EventFixtures.answer(handler, EventBuilder.request("GET", "/").build());

      assertThat(answer.status()).isEqualTo(204);
    }
  }

  /** Lambda would fail, and API Gateway answer 500, although the function did its work. */
  @ParameterizedTest
  @CsvSource({
    "x, 5900000, 200",
    "x, 6000001, 413",
    "'\u0001', 1000001, 413",
    "'\u0001', 990000, 200"
  })
  void execute_shouldRefuse_whenTheAnswerIsLongerThanLambdaLetsThrough(
      String piece, int count, int status) {
    try (TestHandler handler = new TestHandler()) {
      handler.route(request -> Response.text(200, "text/plain", piece.repeat(count)));

      assertThat(handler.ask(EventBuilder.request("POST", "/api/leads")).status())
          .isEqualTo(status);
    }
  }

  @Test
  void beforeCheckpoint_shouldReplaySamplesAndLogTheFailure_whenDynamoDbIsUnreachable() {
    Map<String, String> environment =
        SamTemplate.ofProject()
            .environment("ContactFunction", Map.of("DynamoDbEndpoint", "http://localhost:1"));
    List<String> log = new ArrayList<>();
    MonotonicClock noWait = time -> {};
    try (CountingHandler handler =
        new CountingHandler(environment, noWait, new RequestLog(Clock.systemUTC(), log::add))) {
      handler.beforeCheckpoint(Core.getGlobalContext());
    }

    assertThat(CountingHandler.ANSWERED).hasValueGreaterThan(0);
    assertThat(log)
        .singleElement()
        .asString()
        .contains("\"level\":\"ERROR\"", "\"what\":\"priming\"", "SdkClientException");
  }
}
