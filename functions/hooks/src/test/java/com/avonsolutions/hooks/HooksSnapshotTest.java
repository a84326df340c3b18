package com.avonsolutions.hooks;

import com.avonsolutions.testing.EventFixtures;
import com.avonsolutions.testing.SiteDatabase;
import com.avonsolutions.testing.SnapshotRules;
import org.crac.Resource;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HooksSnapshotTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  @ParameterizedTest
  @ValueSource(strings = {"google-ads", "meta", "linked-in", "india-mart", "just-dial", "webhook"})
  void beforeCheckpoint_shouldBakeNothingUniqueAndWriteNothing(String folder) throws Exception {
    Hooks hooks = new Hooks(DATABASE);

    SnapshotRules.check(
        DATABASE, clock -> (Resource) hooks.handler(folder, EventFixtures.parameters(), clock));
  }
}
