package com.avonsolutions.bench.cold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ColdSectionTest {

  @Test
  void of_shouldCompareStartsOfTheSameRound_whenTheMachineGrowsSlower() {
    Map<String, List<ColdStart>> results = new LinkedHashMap<>();
    for (String variant :
        List.of(
            ColdSection.BASELINE,
            ColdSection.BASELINE_ALIKE,
            ColdSection.CONTACT_CACHE,
            ColdSection.BASELINE_CACHE,
            ColdSection.CONTACT_PRIMED)) {
      results.put(variant, List.of(start(100, 10), start(200, 10), start(400, 10)));
    }
    results.put(ColdSection.CONTACT, List.of(start(90, 9), start(220, 11), start(520, 10)));

    String section = ColdSection.of(results, 6_600_000, List.of("A baseline is left out."));

    assertThat(section)
        .contains(
            "| contact / baseline, cold to first answer | ≤ 1.15 | ≤ 1.0 | 1.10 (0.90 to 1.30) |",
            "| contact / baseline, warm p50 | ≤ 1.1 | ≤ 1.0 | 1.00 (0.90 to 1.10) |",
            "| first answer after priming / warm p50 of the same process | ≤ 3 | ≤ 2 | 2.00 |",
            "| contact, artifact as a zip, MB | ≤ 12 | ≤ 10 | 6.60 |",
            "A baseline is left out.")
        .doesNotContain("Node.js");
  }

  private static ColdStart start(double firstAnswer, double warmMedian) {
    return new ColdStart(50, firstAnswer, firstAnswer, 20, 15, warmMedian, 30, 5, 86, 4_700);
  }
}
