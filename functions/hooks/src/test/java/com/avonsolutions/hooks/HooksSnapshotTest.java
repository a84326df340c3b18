package com.avonsolutions.hooks;

import com.avonsolutions.domain.MonotonicClock;
import com.avonsolutions.sandbox.engine.SiteDatabase;
import com.avonsolutions.sandbox.event.EventFixtures;
import com.avonsolutions.sandbox.snapshot.SnapshotRules;
import org.crac.Resource;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HooksSnapshotTest {
  private static final MonotonicClock NO_WAIT = time -> {};

  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  @ParameterizedTest
  @ValueSource(strings = {"google-ads", "meta", "linkedin", "indiamart", "justdial", "webhook"})
  void beforeCheckpoint_shouldHoldNothingUniqueAndWriteNothing(String folder) throws Exception {
    Hooks hooks = new Hooks(DATABASE);

    SnapshotRules.check(
        DATABASE,
        clock -> (Resource) hooks.handler(folder, EventFixtures.parameters(), clock, NO_WAIT));
  }
}
