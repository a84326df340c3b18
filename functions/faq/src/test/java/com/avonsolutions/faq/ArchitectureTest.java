package com.avonsolutions.faq;

import com.avonsolutions.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void classes_shouldKeepTheRulesOfAllModules() {
    ArchitectureRules.check("faq");
  }
}
