package com.avonsolutions.testimonials;

import com.avonsolutions.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  @Test
  void classes_shouldKeepTheRulesOfAllModules() {
    ArchitectureRules.check("testimonials");
  }
}
