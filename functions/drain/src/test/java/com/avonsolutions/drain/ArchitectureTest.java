package com.avonsolutions.drain;

import com.avonsolutions.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void classes_shouldKeepTheRulesOfAllModules() {
    ArchitectureRules.check("drain");
  }
}
