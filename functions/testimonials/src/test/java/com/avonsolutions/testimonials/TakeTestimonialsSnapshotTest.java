package com.avonsolutions.testimonials;

import com.avonsolutions.testing.SiteDatabase;
import com.avonsolutions.testing.SnapshotRules;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TakeTestimonialsSnapshotTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  @Test
  void beforeCheckpoint_shouldBakeNothingUniqueAndWriteNothing() throws Exception {
    Map<String, String> environment = DATABASE.environmentOf("TestimonialsFunction");

    SnapshotRules.check(DATABASE, clock -> new TakeTestimonialsHandler(environment, clock));
  }
}
