package com.avonsolutions.contact;

import com.avonsolutions.testing.SiteDatabase;
import com.avonsolutions.testing.SnapshotRules;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TakeLeadsSnapshotTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  @Test
  void beforeCheckpoint_shouldBakeNothingUniqueAndWriteNothing() throws Exception {
    Map<String, String> environment = DATABASE.environmentOf("ContactFunction");

    SnapshotRules.check(DATABASE, clock -> new TakeLeadsHandler(environment, clock));
  }
}
