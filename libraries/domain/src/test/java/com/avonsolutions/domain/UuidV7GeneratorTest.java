package com.avonsolutions.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.sandbox.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UuidV7GeneratorTest {
  private final MutableClock clock = new MutableClock();
  private final UuidV7Generator ids = new UuidV7Generator(clock);

  @Test
  void next_shouldHaveVersionSevenAndTheRfcVariant() {
    for (int i = 0; i < 1000; i++) {
      UUID id = UUID.fromString(ids.next());
      assertThat(id.version()).isEqualTo(7);
      assertThat(id.variant()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1970-01-01T00:00:00Z", "2026-03-10T09:30:00.123Z", "9999-12-31T23:59:59Z"})
  void next_shouldCarryItsMilliseconds(String instant) {
    clock.set(Instant.parse(instant));

    long high = UUID.fromString(ids.next()).getMostSignificantBits();

    assertThat(Instant.ofEpochMilli(high >>> 16)).isEqualTo(clock.instant());
  }

  @Test
  void next_shouldSortByTime_whenTheClockMovesOn() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      made.add(ids.next());
      clock.pass(Duration.ofMillis(1 + (i % 50) * (i % 977L)));
    }

    assertThat(made).isSorted();
  }

  @Test
  void next_shouldNeverRepeat_whenTheClockStandsStill() {
    Set<String> made = new HashSet<>();
    for (int i = 0; i < 100_000; i++) {
      made.add(ids.next());
    }

    assertThat(made).hasSize(100_000);
  }

  @Test
  void next_shouldFollowTheClock_whenItGoesBack() {
    String before = ids.next();
    clock.pass(Duration.ofSeconds(-2));

    String after = ids.next();

    assertThat(after).isNotEqualTo(before).isLessThan(before);
  }

  @Test
  void next_shouldDiffer_whenTwoCopiesOfASnapshotRun() {
    assertThat(new UuidV7Generator(clock).next()).isNotEqualTo(new UuidV7Generator(clock).next());
  }
}
