package com.avonsolutions.hooks;

import com.avonsolutions.sandbox.engine.SiteDatabase;
import com.avonsolutions.sandbox.event.EventFixtures;
import com.avonsolutions.web.function.FunctionHandler;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs every file in these functions' folders of events/ through its handler. */
class HooksEventsTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  private static final Map<String, FunctionHandler> HANDLERS = new HashMap<>();

  static Stream<EventFixtures.Case> cases() {
    return Stream.of(
            "google-ads", "meta", "linkedin", "indiamart", "justdial", "webhook", "lead-details")
        .flatMap(EventFixtures::cases);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void event_shouldGetItsExpectedAnswer(EventFixtures.Case fixture) throws IOException {
    Hooks hooks = new Hooks(DATABASE);
    FunctionHandler handler = HANDLERS.computeIfAbsent(fixture.function(), hooks::handler);
    if (fixture.function().equals("webhook")) {
      hooks.loadForm(handler, "sample", Optional.of("/avon/forms/sample"));
    }
    EventFixtures.check(fixture, EventFixtures.response(handler, fixture));
  }
}
