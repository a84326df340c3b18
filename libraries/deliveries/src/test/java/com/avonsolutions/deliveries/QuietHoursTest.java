package com.avonsolutions.deliveries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.avonsolutions.domain.India;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuietHoursTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"21:00-09:00", "00:00-06:00", "13:00-14:30", "23:59-00:00", "18:30-00:00"})
  void end_shouldBeTheFirstMinuteThatIsNotQuiet(String text) {
    QuietHours hours = QuietHours.parse(text);
    Instant start = Instant.parse("2026-11-29T12:34:00Z");
    for (int minute = 0; minute < 3 * 24 * 60; minute++) {
      Instant now = start.plus(Duration.ofMinutes(minute));
      assertThat(hours.endAfter(now)).isEqualTo(firstNotQuiet(hours, now));
    }
  }

  /** Goes minute by minute. */
  private static Optional<Instant> firstNotQuiet(QuietHours hours, Instant now) {
    Instant at = now;
    while (isQuiet(hours, at)) {
      at = at.plus(Duration.ofMinutes(1));
    }
    return Optional.of(at).filter(end -> !end.equals(now));
  }

  private static boolean isQuiet(QuietHours hours, Instant at) {
    LocalTime time = at.atZone(India.ZONE).toLocalTime();
    int minutes = time.toSecondOfDay();
    int from = hours.from().toSecondOfDay();
    int until = hours.until().toSecondOfDay();
    return Math.floorMod(minutes - from, 24 * 3600) < Math.floorMod(until - from, 24 * 3600);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "21-9", "21:00", "21:00-21:00", "24:00-09:00", "21:60-09:00", "9:00-10:00"})
  void parse_shouldRefuse_whenTheHoursAreMalformed(String text) {
    assertThatThrownBy(() -> QuietHours.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
