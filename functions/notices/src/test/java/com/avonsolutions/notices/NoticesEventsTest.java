package com.avonsolutions.notices;

import com.avonsolutions.notices.mail.SendMailHandler;
import com.avonsolutions.notices.outbound.SendOutboundHandler;
import com.avonsolutions.notices.reports.NoteMailEventsHandler;
import com.avonsolutions.sandbox.engine.SiteDatabase;
import com.avonsolutions.sandbox.event.EventFixtures;
import com.avonsolutions.web.function.FunctionHandler;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs every file in these functions' folders of events/ through its handler. */
class NoticesEventsTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  private static final Map<String, FunctionHandler> HANDLERS = new HashMap<>();

  static Stream<EventFixtures.Case> cases() {
    return Stream.of("mail", "outbound", "mail-events").flatMap(EventFixtures::cases);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void event_shouldGetItsExpectedAnswer(EventFixtures.Case fixture) throws IOException {
    FunctionHandler handler =
        HANDLERS.computeIfAbsent(
            fixture.functionId(),
            id -> handler(id, DATABASE.environmentOf(id, EventFixtures.parameters())));
    EventFixtures.check(fixture, EventFixtures.response(handler, fixture));
  }

  private static FunctionHandler handler(String functionId, Map<String, String> environment) {
    return switch (functionId) {
      case "MailFunction" -> new SendMailHandler(environment);
      case "OutboundFunction" -> new SendOutboundHandler(environment);
      case "MailEventsFunction" -> new NoteMailEventsHandler(environment);
      default -> throw new IllegalArgumentException("Not a function of this module");
    };
  }
}
