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
  void replaced_shouldKeepWhatIsOutside_whenThereIsAnOlderSection() {
    assertThat(Report.replaced(PAGE, "bench-a", "new\n"))
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
  void replaced_shouldChangeNothing_whenTheSameIsWrittenAgain() {
    String once = Report.replaced(PAGE, "bench-b", "new");

    assertThat(Report.replaced(once, "bench-b", "new")).isEqualTo(once);
  }

  @Test
  void replaced_shouldSayWhatIsMissing_whenThePageHasNoSuchSection() {
    assertThatThrownBy(() -> Report.replaced(PAGE, "bench-c", "new"))
        .hasMessageContaining("bench-c");
  }
}
