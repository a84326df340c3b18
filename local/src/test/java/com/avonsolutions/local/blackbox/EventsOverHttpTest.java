package com.avonsolutions.local.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.sandbox.event.Answer;
import com.avonsolutions.sandbox.event.EventFixtures;
import com.avonsolutions.sandbox.event.WireRequest;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sends every event of {@code events/} that is a request as that request. */
class EventsOverHttpTest {
  @RegisterExtension static final SiteUnderTest SITE = new SiteUnderTest();

  /**
   * Cases where sam local start-api differs from API Gateway, with its status; see docs/testing.md.
   */
  private static final Map<String, Integer> SAM_DIFFERS = Map.of("pages/slash-at-end", 200);

  static Stream<EventFixtures.Case> cases() {
    return EventFixtures.all().stream().filter(fixture -> WireRequest.of(fixture).isPresent());
  }

  @ParameterizedTest
  @MethodSource("cases")
  void event_shouldGetItsExpectedAnswer(EventFixtures.Case fixture) throws IOException {
    Answer answer = SITE.send(WireRequest.of(fixture).orElseThrow());

    if (Boolean.getBoolean("sam") && SAM_DIFFERS.containsKey(fixture.toString())) {
      assertThat(answer.status()).isEqualTo(SAM_DIFFERS.get(fixture.toString()));
    } else {
      EventFixtures.check(fixture, answer);
    }
  }
}
