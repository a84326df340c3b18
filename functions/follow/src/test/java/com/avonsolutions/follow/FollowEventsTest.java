package com.avonsolutions.follow;

import com.avonsolutions.sandbox.engine.SiteDatabase;
import com.avonsolutions.sandbox.event.EventFixtures;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs every file of events/follow through the handler. */
class FollowEventsTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  @SuppressWarnings("NullAway.Init") // set before any test runs
  private static FollowChangesHandler handler;

  @BeforeAll
  static void start() {
    handler =
        new FollowChangesHandler(
            DATABASE.environmentOf("FollowFunction", EventFixtures.parameters()));
  }

  static Stream<EventFixtures.Case> cases() {
    return EventFixtures.cases("follow");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void event_shouldGetItsExpectedResult(EventFixtures.Case fixture) throws IOException {
    EventFixtures.check(fixture, EventFixtures.response(handler, fixture));
  }
}
