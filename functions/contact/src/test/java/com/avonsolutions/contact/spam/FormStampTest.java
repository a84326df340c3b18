package com.avonsolutions.contact.spam;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.sandbox.MutableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormStampTest {
  private final MutableClock clock = new MutableClock();
  private final MemoryCounters counters = new MemoryCounters();
  private final FormStamp stamps = instance();

  private FormStamp instance() {
    return new FormStamp(new DailyKeys(counters, clock), clock);
  }

  @Test
  void read_shouldSayHowOldItIs_whenAnotherInstanceIssuedIt() {
    String stamp = stamps.issue().orElseThrow();
    clock.pass(Duration.ofSeconds(7));

    FormStamp.Reading reading = instance().read(stamp);

    assertThat(reading.forged()).isFalse();
    assertThat(reading.age()).contains(Duration.ofSeconds(7));
  }

  @Test
  void read_shouldAcceptYesterdaysStamp() {
    String stamp = stamps.issue().orElseThrow();
    clock.pass(Duration.ofDays(1));

    assertThat(stamps.read(stamp).age()).contains(Duration.ofDays(1));
  }

  @Test
  void read_shouldSayNothing_whenTheStampIsOlder() {
    String stamp = stamps.issue().orElseThrow();
    clock.pass(Duration.ofDays(2));

    assertThat(stamps.read(stamp)).isEqualTo(FormStamp.Reading.NONE);
  }

  @Test
  void read_shouldSayNothing_whenThereIsNone() {
    assertThat(stamps.read("")).isEqualTo(FormStamp.Reading.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "abc", "zzzzzzzzzzzzzzzz.x", "é.x", ".x"})
  void read_shouldCallItForged_whenItIsNotOurs(String stamp) {
    assertThat(stamps.read(stamp)).isEqualTo(FormStamp.Reading.FORGED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc.", "-1.x", "0.x"})
  void read_shouldReadNoKey_whenTheStampIsOld(String stamp) {
    assertThat(stamps.read(stamp)).isEqualTo(FormStamp.Reading.NONE);
    assertThat(counters.calls()).isZero();
  }

  @Test
  void read_shouldCallItForged_whenItsTimeIsChanged() {
    String stamp = stamps.issue().orElseThrow();
    clock.pass(Duration.ofMinutes(1));
    String earlier = Long.toString(clock.millis() - 120_000, 36);

    assertThat(stamps.read(earlier + stamp.substring(stamp.indexOf('.'))).forged()).isTrue();
  }

  @Test
  void read_shouldCallItForged_whenItsTimeIsInTheFuture() {
    String stamp = stamps.issue().orElseThrow();
    clock.pass(Duration.ofMinutes(-1));

    assertThat(stamps.read(stamp).forged()).isTrue();
  }

  @Test
  void issue_shouldGiveNone_whileTheKeyCannotBeRead() {
    counters.goAway(true);

    assertThat(stamps.issue()).isEmpty();
    assertThat(stamps.issue()).isEmpty();
    assertThat(counters.calls()).isEqualTo(1);

    counters.goAway(false);
    clock.pass(Duration.ofMinutes(1));
    assertThat(stamps.issue()).isPresent();
  }
}
