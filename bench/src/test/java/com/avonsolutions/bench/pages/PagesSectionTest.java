package com.avonsolutions.bench.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class PagesSectionTest {
  private static final List<PageWeight> WEIGHTS =
      List.of(weight("/", 9000), weight("/faqs/a", 5000), weight("/faqs/b", 6000));

  @Test
  void of_shouldSayWhy_whenLighthouseIsLeftOut() {
    String section = PagesSection.of(WEIGHTS, Map.of(), Optional.of("no browser found"));

    assertThat(section)
        .contains("Lighthouse is left out, no browser found.", "| `/` | 30,000 B | – | 9,000 B |")
        .contains("`/faqs/b`, the largest of 2 answers")
        .doesNotContain("`/faqs/a`", "LCP");
  }

  @Test
  void of_shouldCarryTheLowestScoreAndEachWarningOnce_whenRunsDiffer() {
    Map<String, List<LighthouseResult>> runs =
        Map.of(
            "/", List.of(run(100, List.of()), run(97, List.of("slow")), run(99, List.of("slow"))));

    assertThat(PagesSection.of(WEIGHTS, runs, Optional.empty()))
        .contains("lowest median of a score | 100 |  | 99 |")
        .contains("| `/` | 99 (97 to 100) | 100 | 100 | 100 | 1.2 s | 0.00 | 20 ms |")
        .contains("medians of 3 runs")
        .containsOnlyOnce("warned in 2 of 3 runs: slow");
  }

  private static PageWeight weight(String path, int browser) {
    return new PageWeight(
        path, 30_000, OptionalInt.empty(), OptionalInt.of(browser), browser, browser + 2000, 1, 3);
  }

  private static LighthouseResult run(double performance, List<String> warnings) {
    return new LighthouseResult(
        "Lighthouse", List.of(performance, 100.0, 100.0, 100.0), 1200, 0, 20, 1, 3, warnings);
  }
}
