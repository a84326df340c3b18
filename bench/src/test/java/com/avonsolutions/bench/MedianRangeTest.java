package com.avonsolutions.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class MedianRangeTest {

  @Test
  void of_shouldTakeTheMiddle_whenTheRunsAreInAnyOrder() {
    assertThat(MedianRange.of(3, 1, 2)).isEqualTo(new MedianRange(1, 2, 3));
    assertThat(MedianRange.of(4, 1, 3, 2)).isEqualTo(new MedianRange(1, 2.5, 4));
    assertThat(MedianRange.of(7)).isEqualTo(new MedianRange(7, 7, 7));
  }

  @Test
  void format_shouldShowTheRange_whenTheFormattedEndsDiffer() {
    assertThat(MedianRange.of(98, 100, 99).format(MedianRangeTest::whole))
        .isEqualTo("99 (98 to 100)");
    assertThat(MedianRange.of(0.1, 0.2, 0.3).format(MedianRangeTest::whole)).isEqualTo("0");
  }

  private static String whole(double number) {
    return String.format(Locale.ROOT, "%.0f", number);
  }
}
