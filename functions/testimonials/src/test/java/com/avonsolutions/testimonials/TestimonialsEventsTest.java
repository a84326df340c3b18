package com.avonsolutions.testimonials;

import com.avonsolutions.testing.EventFixtures;
import com.avonsolutions.testing.SiteDatabase;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file of events/testimonials through the handler. */
class TestimonialsEventsTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  @SuppressWarnings("NullAway.Init") // set before any test runs
  private static TakeTestimonialsHandler handler;

  @BeforeAll
  static void start() {
    handler =
        new TakeTestimonialsHandler(
            DATABASE.environmentOf("TestimonialsFunction", EventFixtures.parameters()));
  }

  static Stream<EventFixtures.Case> cases() {
    return EventFixtures.cases("testimonials");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void event_shouldGetItsExpectedAnswer(EventFixtures.Case fixture) throws IOException {
    EventFixtures.check(fixture, EventFixtures.answer(handler, fixture));
  }
}
