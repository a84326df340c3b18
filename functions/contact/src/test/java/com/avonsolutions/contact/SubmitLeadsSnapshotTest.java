package com.avonsolutions.contact;

import com.avonsolutions.sandbox.engine.SiteDatabase;
import com.avonsolutions.sandbox.snapshot.SnapshotRules;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SubmitLeadsSnapshotTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  @Test
  void beforeCheckpoint_shouldBakeNothingUniqueAndWriteNothing() throws Exception {
    Map<String, String> environment = DATABASE.environmentOf("ContactFunction");

    SnapshotRules.check(DATABASE, clock -> new SubmitLeadsHandler(environment, clock));
  }
}
