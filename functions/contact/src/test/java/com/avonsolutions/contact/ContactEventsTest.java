package com.avonsolutions.contact;

import com.avonsolutions.sandbox.engine.SiteDatabase;
import com.avonsolutions.sandbox.event.EventFixtures;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file of events/contact through the handler. */
class ContactEventsTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  @SuppressWarnings("NullAway.Init") // set before any test runs
  private static SubmitLeadsHandler handler;

  @BeforeAll
  static void start() {
    handler =
        new SubmitLeadsHandler(
            DATABASE.environmentOf("ContactFunction", EventFixtures.parameters()));
  }

  @BeforeEach
  void storeForms() throws IOException {
    SampleForms.store(handler);
  }

  static Stream<EventFixtures.Case> cases() {
    return EventFixtures.cases("contact");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void event_shouldGetItsExpectedAnswer(EventFixtures.Case fixture) throws IOException {
    EventFixtures.check(fixture, EventFixtures.answer(handler, fixture));
  }
}
