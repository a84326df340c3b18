package com.avonsolutions.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class SpreadTest {

  @Test
  void of_shouldTakeTheMiddle_whenTheRunsAreInAnyOrder() {
    assertThat(Spread.of(3, 1, 2)).isEqualTo(new Spread(1, 2, 3));
    assertThat(Spread.of(4, 1, 3, 2)).isEqualTo(new Spread(1, 2.5, 4));
    assertThat(Spread.of(7)).isEqualTo(new Spread(7, 7, 7));
  }

  @Test
  void show_shouldNameTheRange_whenRunsDifferAsOneReadsThem() {
    assertThat(Spread.of(98, 100, 99).show(SpreadTest::whole)).isEqualTo("99 (98 to 100)");
    assertThat(Spread.of(0.1, 0.2, 0.3).show(SpreadTest::whole)).isEqualTo("0");
  }

  private static String whole(double number) {
    return String.format(Locale.ROOT, "%.0f", number);
  }
}
