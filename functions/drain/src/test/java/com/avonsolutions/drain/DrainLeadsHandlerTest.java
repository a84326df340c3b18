package com.avonsolutions.drain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrainLeadsHandlerTest {

  @ParameterizedTest
  @CsvSource({"1, 30", "2, 60", "3, 120", "5, 480", "6, 900", "100, 900"})
  void backOffAfter_shouldDoubleUpToFifteenMinutes(int deliveries, int seconds) {
    assertThat(DrainLeadsHandler.backOffAfter(deliveries)).isEqualTo(Duration.ofSeconds(seconds));
  }
}
