package com.avonsolutions.faq;

import com.avonsolutions.domain.MonotonicClock;
import com.avonsolutions.domain.faq.FaqStore;
import com.avonsolutions.sandbox.engine.SiteDatabase;
import com.avonsolutions.sandbox.snapshot.SnapshotRules;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AnswerQuestionsSnapshotTest {
  private static final MonotonicClock NO_WAIT = time -> {};

  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  @Test
  void beforeCheckpoint_shouldBakeNothingUniqueAndWriteNothing() throws Exception {
    Map<String, String> environment = DATABASE.environmentOf("FaqFunction");
    try (AnswerQuestionsHandler loader = new AnswerQuestionsHandler(environment)) {
      loader
          .getApplicationContext()
          .getBean(FaqStore.class)
          .load(AnswerQuestionsHandlerTest.faq("logo", "Can you draw a logo?"));
    }

    SnapshotRules.check(DATABASE, clock -> new AnswerQuestionsHandler(environment, clock, NO_WAIT));
  }
}
