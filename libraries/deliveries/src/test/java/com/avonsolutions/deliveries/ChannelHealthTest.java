package com.avonsolutions.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChannelHealthTest {
  private static final Instant START = Instant.parse("2026-11-30T10:00:00Z");

  @Test
  void breaker_shouldOpenAfterFiveFailures_andRestLongerEachTime_upToAQuarterOfAnHour() {
    ChannelHealth health = ChannelHealth.HEALTHY;
    for (int failure = 1; failure <= 4; failure++) {
      health = health.afterFailure(START, Optional.empty());
      assertThat(health.isResting(START)).isFalse();
    }
    for (long seconds : new long[] {30, 60, 120, 240, 480, 900, 900}) {
      health = health.afterFailure(START, Optional.empty());
      assertThat(health.restUntil()).contains(START.plusSeconds(seconds));
    }
  }

  @Test
  void breaker_shouldRestAsLongAsTheReceiverAsks() {
    ChannelHealth health =
        ChannelHealth.HEALTHY.afterFailure(START, Optional.of(Duration.ofMinutes(10)));

    assertThat(health.restUntil()).contains(START.plus(Duration.ofMinutes(10)));
  }

  @Test
  void breaker_shouldLetOneProbeThrough_afterTheRest() {
    ChannelHealth resting = failing(5, Duration.ZERO);
    Instant after = START.plusSeconds(31);

    assertThat(resting.isResting(after)).isFalse();
    assertThat(resting.needsProbe()).isTrue();
    assertThat(resting.probing(after).isResting(after)).isTrue();
    assertThat(resting.afterSuccess()).isEqualTo(ChannelHealth.HEALTHY);
  }

  @Test
  void channel_shouldBeDisabled_whenItOnlyFailedForFiveDays() {
    assertThat(failing(6, Duration.ofHours(23)).isStopped()).isFalse();
    assertThat(failing(7, Duration.ofHours(23)).reason()).contains(ChannelHealth.DISABLED);
  }

  @Test
  void channel_shouldNotBeDisabled_whenItWasHardlyTriedInFiveDays() {
    ChannelHealth health = ChannelHealth.HEALTHY;
    health = health.afterFailure(START, Optional.empty());
    health = health.afterFailure(START.plus(Duration.ofDays(6)), Optional.empty());

    assertThat(health.isStopped()).isFalse();
    assertThat(health.afterFailure(START.plus(Duration.ofDays(7)), Optional.empty()).isStopped())
        .isTrue();
  }

  @Test
  void staff_shouldBeWarnedOnce_afterADay() {
    ChannelHealth health = failing(2, Duration.ofHours(1));

    assertThat(health.needsWarning(START.plus(Duration.ofHours(23)))).isFalse();
    assertThat(health.needsWarning(START.plus(Duration.ofHours(24)))).isTrue();
    assertThat(health.warned(START).needsWarning(START.plus(Duration.ofDays(2)))).isFalse();
  }

  @Test
  void staff_shouldBeWarnedAtOnce_whenOnlyTheyCanMendIt() {
    assertThat(failing(1, Duration.ZERO).forStaff().needsWarning(START)).isTrue();
  }

  @Test
  void resumedChannel_shouldBeAsNew() {
    assertThat(failing(9, Duration.ofHours(20)).resumed()).isEqualTo(ChannelHealth.HEALTHY);
  }

  /** So many failures, the first at the start. */
  private static ChannelHealth failing(int failures, Duration apart) {
    ChannelHealth health = ChannelHealth.HEALTHY;
    for (int failure = 0; failure < failures; failure++) {
      health = health.afterFailure(START.plus(apart.multipliedBy(failure)), Optional.empty());
    }
    return health;
  }
}
