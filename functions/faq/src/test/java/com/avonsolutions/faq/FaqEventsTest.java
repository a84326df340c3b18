package com.avonsolutions.faq;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.build.StarterFaqs;
import com.avonsolutions.domain.faq.FaqStore;
import com.avonsolutions.domain.faq.StarterFaq;
import com.avonsolutions.sandbox.engine.SiteDatabase;
import com.avonsolutions.sandbox.event.EventFixtures;
import com.avonsolutions.sandbox.event.HostileRequests;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every event of events/faq through the handler, with all starter entries. */
class FaqEventsTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  @SuppressWarnings("NullAway.Init") // set before any test runs
  private static AnswerQuestionsHandler handler;

  @BeforeAll
  static void start() throws IOException {
    Map<String, String> environment =
        DATABASE.environmentOf("FaqFunction", EventFixtures.parameters());
    FaqStore store =
        new AnswerQuestionsHandler(environment).getApplicationContext().getBean(FaqStore.class);
    Path faqs = Path.of(System.getProperty("project.root"), "functions/faq/src/main/faqs");
    for (StarterFaq faq : StarterFaqs.read(faqs)) {
      store.load(faq);
    }
    // With a fixed clock the cache never refreshes, although the tables are emptied for each test.
    handler =
        new AnswerQuestionsHandler(
            environment, Clock.fixed(Instant.parse("2026-11-22T10:15:30Z"), ZoneOffset.UTC));
  }

  static Stream<EventFixtures.Case> cases() {
    return EventFixtures.cases("faq");
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
            handler,
            "FaqFunction",
            Map.of("slug", "callback-time"),
            1024 * 1024,
            (event, body) -> event);

    assertThat(sent).isGreaterThan(500);
  }
}
