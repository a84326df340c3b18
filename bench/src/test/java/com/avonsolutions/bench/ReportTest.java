package com.avonsolutions.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ReportTest {
  private static final String PAGE =
      """
      Before
      <!-- bench-a -->
      old
      <!-- /bench-a -->
      Between
      <!-- bench-b -->
      <!-- /bench-b -->
      """;

  @Test
  void replaceSection_shouldKeepTheRest_whenThereIsAnOlderSection() {
    assertThat(Report.replaceSection(PAGE, "bench-a", "new\n"))
        .isEqualTo(
            """
            Before
            <!-- bench-a -->

            new

            <!-- /bench-a -->
            Between
            <!-- bench-b -->
            <!-- /bench-b -->
            """);
  }

  @Test
  void replaceSection_shouldChangeNothing_whenContentIsTheSame() {
    String once = Report.replaceSection(PAGE, "bench-b", "new");

    assertThat(Report.replaceSection(once, "bench-b", "new")).isEqualTo(once);
  }

  @Test
  void replaceSection_shouldNameTheSection_whenThePageLacksIt() {
    assertThatThrownBy(() -> Report.replaceSection(PAGE, "bench-c", "new"))
        .hasMessageContaining("bench-c");
  }
}
