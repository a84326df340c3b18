package com.avonsolutions.testimonials;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.sandbox.engine.SiteDatabase;
import com.avonsolutions.sandbox.event.EventFixtures;
import com.avonsolutions.sandbox.event.HostileRequests;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file of events/testimonials through the handler. */
class TestimonialsEventsTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  @SuppressWarnings("NullAway.Init") // set before any test runs
  private static SubmitTestimonialsHandler handler;

  @BeforeAll
  static void start() {
    handler =
        new SubmitTestimonialsHandler(
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

  @Test
  void request_shouldCostLessThanASecond_whateverItsShape() throws IOException {
    int sent =
        HostileRequests.check(
            handler, "TestimonialsFunction", Map.of(), 1024 * 1024, (event, body) -> event);

    assertThat(sent).isPositive();
  }
}
