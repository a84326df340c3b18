package com.avonsolutions.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RetryScheduleTest {

  @ParameterizedTest
  @CsvSource({
    "MAIL, PT20H36M",
    "WEBHOOK, PT75H35M5S",
    "SLACK, PT2H36M5S",
    "GOOGLE_CHAT, PT2H36M5S",
    "TEAMS, PT2H36M5S"
  })
  void schedule_shouldLastAsLongAsItsReceiverCares(ChannelKind kind, Duration whole) {
    assertThat(kind.schedule().whole()).isEqualTo(whole);
  }

  @ParameterizedTest
  @EnumSource
  void wait_shouldVaryByAFifth_andThenEnd(ChannelKind kind) {
    RetrySchedule schedule = kind.schedule();
    Random random = new Random(1);
    for (int run = 0; run < 1_000; run++) {
      for (int attempts = 0; attempts < schedule.waits().size(); attempts++) {
        long planned = schedule.waits().get(attempts).toMillis();
        assertThat(schedule.waitAfter(attempts, Optional.empty(), random).orElseThrow().toMillis())
            .isBetween(planned * 8 / 10, planned * 12 / 10);
      }
    }
    assertThat(schedule.waitAfter(schedule.waits().size(), Optional.empty(), random)).isEmpty();
  }

  @Test
  void wait_shouldBeAsLongAsTheReceiverAsks_butNoDayLonger_andNeverShorter() {
    assertThat(waitAfterOne(Duration.ofHours(1))).isEqualTo(Duration.ofHours(1));
    assertThat(waitAfterOne(Duration.ofDays(3_000))).isEqualTo(Duration.ofDays(1));
    assertThat(waitAfterOne(Duration.ofSeconds(1))).isGreaterThan(Duration.ofSeconds(3));
  }

  private static Duration waitAfterOne(Duration asked) {
    return RetrySchedule.WEBHOOK.waitAfter(1, Optional.of(asked), new Random(1)).orElseThrow();
  }
}
