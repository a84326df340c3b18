package com.avonsolutions.testimonials;

import com.avonsolutions.domain.MonotonicClock;
import com.avonsolutions.sandbox.engine.SiteDatabase;
import com.avonsolutions.sandbox.snapshot.SnapshotRules;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SubmitTestimonialsSnapshotTest {
  private static final MonotonicClock NO_WAIT = time -> {};

  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  @Test
  void beforeCheckpoint_shouldBakeNothingUniqueAndWriteNothing() throws Exception {
    Map<String, String> environment = DATABASE.environmentOf("TestimonialsFunction");

    SnapshotRules.check(
        DATABASE, clock -> new SubmitTestimonialsHandler(environment, clock, NO_WAIT));
  }
}
