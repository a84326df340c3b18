package com.avonsolutions.contact.spam;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.sandbox.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TrafficTest {
  private static final String TEXT = "We can place your website on the first page of Google.";
  private static final String ADDRESS = "203.0.113.7";
  private static final int FLOOD = 300;

  private final MutableClock clock = new MutableClock();
  private final MemoryCounters counters = new MemoryCounters();
  private final Traffic one = instance();
  private final Traffic other = instance();

  private record Counted(
      long fromAddress, long ofForm, long sameText, Optional<Duration> retryAfter) {}

  /** Counts a submission as the function does: first its address, then the rest. */
  private static Counted count(Traffic traffic, String address, String form, String text) {
    Traffic.Arrivals arrivals = traffic.arrive(address);
    Traffic.Counts counts = traffic.count(form, text);
    return new Counted(arrivals.count(), counts.ofForm(), counts.sameText(), arrivals.retryAfter());
  }

  private Traffic instance() {
    return new Traffic(counters, new DailyKeys(counters, clock), clock, FLOOD);
  }

  @BeforeEach
  void set() {
    clock.set(Instant.parse("2026-03-10T09:30:00Z"));
  }

  @Test
  void count_shouldStartWithOne() {
    assertThat(count(one, ADDRESS, "site", TEXT).fromAddress()).isEqualTo(1);
    assertThat(count(one, "203.0.113.8", "site", "another text, which is as long as the first"))
        .isEqualTo(new Counted(1, 2, 1, Optional.empty()));
  }

  @Test
  void count_shouldSeeATextAgain_whenAnotherInstanceHadItWithOtherSigns() {
    count(one, ADDRESS, "site", TEXT);

    assertThat(
            count(other, "203.0.113.8", "site", "*** " + TEXT.toUpperCase(Locale.ROOT)).sameText())
        .isEqualTo(2);
  }

  @Test
  void count_shouldNotCompareShortTexts() {
    count(one, ADDRESS, "site", "Please call me.");

    assertThat(count(one, ADDRESS, "site", "Please call me.").sameText()).isEqualTo(1);
  }

  @Test
  void count_shouldForget_whenTheTimeIsOver() {
    for (int i = 0; i < 30; i++) {
      count(one, ADDRESS, "site", TEXT);
    }
    clock.pass(Traffic.BURST_WINDOW);
    Counted later = count(one, ADDRESS, "site", TEXT);
    clock.pass(Traffic.TEXT_WINDOW);

    assertThat(later.fromAddress()).isEqualTo(1);
    assertThat(later.sameText()).isEqualTo(31);
    assertThat(count(one, ADDRESS, "site", TEXT).sameText()).isEqualTo(1);
  }

  @Test
  void count_shouldKnowAboutOtherInstances() {
    for (int i = 0; i < 50; i++) {
      count(one, ADDRESS, "site", "");
      clock.pass(Duration.ofSeconds(2));
    }
    for (int i = 0; i < 3; i++) {
      count(other, ADDRESS, "site", "");
    }

    assertThat(count(other, ADDRESS, "site", "").fromAddress()).isBetween(51L, 54L);
  }

  @Test
  void count_shouldSayWhenToRetry_whenAnAddressFloods() {
    Counted counts = count(one, ADDRESS, "site", "");
    for (int i = 1; i < FLOOD; i++) {
      counts = count(one, ADDRESS, "site", "");
    }
    assertThat(counts.retryAfter()).isEmpty();
    clock.pass(Duration.ofMinutes(2));

    assertThat(count(one, ADDRESS, "site", "").retryAfter()).contains(Duration.ofMinutes(8));
    assertThat(count(one, "203.0.113.8", "site", "").retryAfter()).isEmpty();
  }

  /** The limit in docs/spam.md. */
  @Test
  void count_shouldCostFiveUpdatesInFiveSeconds_whateverTheLoad() {
    int seconds = 60;
    for (int second = 0; second < seconds; second++) {
      for (int i = 0; i < 200; i++) {
        String all = second + "." + i;
        count(
            one,
            "198.51." + all,
            "form" + i % 7,
            "a text of its own, long enough to count: " + all);
        count(one, ADDRESS, "site", TEXT);
      }
      clock.pass(Duration.ofSeconds(1));
    }

    int keys = 1;
    assertThat(counters.calls()).isEqualTo(seconds / 5 * Traffic.MAX_UPDATES + keys);
  }

  @Test
  void count_shouldCostOneUpdate_whenASingleVisitorWrites() {
    count(one, ADDRESS, "site", TEXT);

    int keys = 1;
    assertThat(counters.calls()).isEqualTo(1 + keys);
  }

  @Test
  void count_shouldCountLocally_whileTheStoreIsAway() {
    counters.goAway(true);
    for (int i = 0; i < 100; i++) {
      count(one, ADDRESS, "site", TEXT);
    }

    assertThat(count(one, ADDRESS, "site", TEXT).fromAddress()).isEqualTo(101);
    assertThat(counters.calls()).isEqualTo(2);
  }

  @Test
  void count_shouldStoreNeitherAddressNorText() {
    for (int i = 0; i < 5; i++) {
      count(one, ADDRESS, "site", TEXT);
    }

    assertThat(counters.names())
        .hasSize(3)
        .allSatisfy(name -> assertThat(name).doesNotContain(ADDRESS, "site", "google"));
  }

  @Test
  void count_shouldCountAllAddressesOfAHouseholdAsOne() {
    count(one, "2001:db8:1:2:aaaa::1", "site", "");
    count(one, "2001:db8:1:2:bbbb:cccc:dddd:eeee", "site", "");

    assertThat(count(one, "2001:db8:1:2::9", "site", "").fromAddress()).isEqualTo(3);
    assertThat(count(one, "2001:db8:1:3::9", "site", "").fromAddress()).isEqualTo(1);
  }

  @Test
  void count_shouldUseTheSharedCountersAgain_whenTheBackOffIsOver() {
    counters.goAway(true);
    count(one, ADDRESS, "site", TEXT);
    counters.goAway(false);
    clock.pass(Duration.ofSeconds(29));
    count(one, ADDRESS, "site", TEXT);
    assertThat(count(other, "203.0.113.8", "site", TEXT).sameText()).isEqualTo(1);

    clock.pass(Duration.ofSeconds(1));
    count(one, ADDRESS, "site", TEXT);

    assertThat(count(other, "203.0.113.8", "site", TEXT).sameText()).isGreaterThan(1);
  }
}
