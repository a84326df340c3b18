package com.avonsolutions.domain.resilience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.avonsolutions.domain.StoreUnavailableException;
import com.avonsolutions.domain.UnavailableException;
import com.avonsolutions.sandbox.MutableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class CachedTest {
  private static final Duration FRESH = Duration.ofMinutes(5);
  private static final Duration STALE = Duration.ofHours(1);
  private static final Duration RETRY = Duration.ofSeconds(10);
  private static final CachePolicy UNLIMITED = CachePolicy.freshFor(FRESH).retryAfter(RETRY);
  private static final CachePolicy LIMITED = UNLIMITED.staleFor(STALE).cachingFailures();

  private final MutableClock clock = new MutableClock();
  private final List<String> log = new ArrayList<>();

  /** The source's value; empty while it is away. */
  private Optional<String> stored = Optional.of("first");

  private int reads;

  private String read() {
    reads++;
    return stored.orElseThrow(CachedTest::away);
  }

  private static UnavailableException away() {
    return new StoreUnavailableException(new IllegalStateException("away"));
  }

  private Cached<String> cached(CachePolicy policy) {
    return cached(this::read, policy);
  }

  private Cached<String> cached(Supplier<String> source, CachePolicy policy) {
    return new Cached<>("list", source, policy, clock, (what, failure) -> log.add(what));
  }

  @Test
  void get_shouldReadOnce_whileTheValueIsFresh() {
    Cached<String> cached = cached(UNLIMITED);
    assertThat(cached.get()).isEqualTo("first");
    stored = Optional.of("second");

    clock.pass(FRESH.minusSeconds(1));
    assertThat(cached.get()).isEqualTo("first");
    assertThat(reads).isEqualTo(1);
    clock.pass(Duration.ofSeconds(1));
    assertThat(cached.get()).isEqualTo("second");
    assertThat(log).isEmpty();
  }

  @Test
  void get_shouldServeTheStaleValueAndLogEachFailedRefreshOnce_whileTheSourceIsAway() {
    Cached<String> cached = cached(UNLIMITED);
    cached.get();
    stored = Optional.empty();
    clock.pass(Duration.ofDays(365));

    for (int i = 0; i < 10; i++) {
      assertThat(cached.get()).isEqualTo("first");
    }
    assertThat(reads).isEqualTo(2);
    assertThat(log).containsExactly("list not refreshed");

    clock.pass(RETRY);
    cached.get();
    assertThat(reads).isEqualTo(3);
    assertThat(log).hasSize(2);
  }

  @Test
  void get_shouldGiveTheNewValue_whenTheSourceIsBack() {
    Cached<String> cached = cached(UNLIMITED);
    cached.get();
    stored = Optional.empty();
    clock.pass(FRESH);
    cached.get();
    stored = Optional.of("second");

    clock.pass(RETRY.minusSeconds(1));
    assertThat(cached.get()).isEqualTo("first");
    clock.pass(Duration.ofSeconds(1));
    assertThat(cached.get()).isEqualTo("second");
  }

  @Test
  void get_shouldFail_whenTheStaleValueIsTooOld() {
    Cached<String> cached = cached(LIMITED);
    cached.get();
    stored = Optional.empty();

    clock.pass(STALE.minusSeconds(1));
    assertThat(cached.get()).isEqualTo("first");
    clock.pass(RETRY);
    assertThatThrownBy(cached::get).isInstanceOf(UnavailableException.class);
  }

  /** An instance may be idle for hours: nothing refreshes the value meanwhile. */
  @Test
  void get_shouldNotServeATooOldValue_whenNothingAskedForHours() {
    Cached<String> cached = cached(LIMITED);
    cached.get();
    stored = Optional.empty();
    clock.pass(STALE.multipliedBy(3));

    assertThatThrownBy(cached::get).isInstanceOf(UnavailableException.class);
    clock.pass(RETRY);
    assertThatThrownBy(cached::get).isInstanceOf(UnavailableException.class);
    stored = Optional.of("second");
    clock.pass(RETRY);
    assertThat(cached.get()).isEqualTo("second");
  }

  @Test
  void get_shouldReadEachTimeAndFail_whenThereWasNeverAValue() {
    stored = Optional.empty();
    Cached<String> cached = cached(UNLIMITED);

    assertThatThrownBy(cached::get).isInstanceOf(UnavailableException.class);
    assertThatThrownBy(cached::get).isInstanceOf(UnavailableException.class);
    assertThat(reads).isEqualTo(2);
    // Whoever gets the exception reports it.
    assertThat(log).isEmpty();

    stored = Optional.of("first");
    assertThat(cached.get()).isEqualTo("first");
  }

  @Test
  void get_shouldReadOnceAndFail_whenFailuresAreCached() {
    stored = Optional.empty();
    Cached<String> cached = cached(LIMITED);
    for (int i = 0; i < 10; i++) {
      assertThatThrownBy(cached::get).isInstanceOf(UnavailableException.class);
    }
    assertThat(reads).isEqualTo(1);

    stored = Optional.of("first");
    clock.pass(RETRY);
    assertThat(cached.get()).isEqualTo("first");
  }

  @Test
  void get_shouldServeTheInitialValue_untilTheSourceGivesOne() {
    stored = Optional.empty();
    Cached<String> cached = cached(UNLIMITED).startingWith("initial");

    assertThat(cached.get()).isEqualTo("initial");
    assertThat(cached.get()).isEqualTo("initial");
    assertThat(reads).isEqualTo(1);
    assertThat(log).hasSize(1);

    stored = Optional.of("first");
    clock.pass(RETRY);
    assertThat(cached.get()).isEqualTo("first");
  }

  @Test
  void get_shouldRefresh_whenASnapshotCameBetween() {
    Cached<String> cached = cached(UNLIMITED);
    cached.get();
    stored = Optional.of("second");

    cached.forgetTimes();

    assertThat(cached.get()).isEqualTo("second");
  }

  @Test
  void get_shouldServeTheStaleValue_whenTheSourceIsAwayAfterARestore() {
    Cached<String> unlimited = cached(UNLIMITED);
    Cached<String> limited = cached(LIMITED);
    unlimited.get();
    limited.get();
    stored = Optional.empty();

    unlimited.forgetTimes();
    limited.forgetTimes();

    assertThat(unlimited.get()).isEqualTo("first");
    // How old the value is after the restore is unknown.
    assertThatThrownBy(limited::get).isInstanceOf(UnavailableException.class);
  }

  /** A bug is not the source being away: it reaches whoever asked, and the value stays. */
  @Test
  void get_shouldThrowWhatTheSourceThrows_whenItIsNotAway() {
    Cached<String> cached =
        cached(
            () -> {
              if (++reads > 1) {
                throw new IllegalStateException("bug");
              }
              return "first";
            },
            UNLIMITED);
    cached.get();
    clock.pass(FRESH);

    assertThatThrownBy(cached::get).hasMessage("bug");
    assertThat(cached.get()).isEqualTo("first");
  }

  @Test
  void get_shouldRefreshOnceAndNotWait_whenManyThreadsAskForAStaleValue() throws Exception {
    CountDownLatch refreshing = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    Cached<String> cached =
        cached(
            () -> {
              if (++reads == 1) {
                return "first";
              }
              refreshing.countDown();
              await(answer);
              return "second";
            },
            UNLIMITED);
    cached.get();
    clock.pass(FRESH);

    CompletableFuture<String> refresher = CompletableFuture.supplyAsync(cached::get);
    await(refreshing);
    for (int i = 0; i < 10; i++) {
      assertThat(cached.get()).isEqualTo("first");
    }
    answer.countDown();

    assertThat(refresher.get(30, TimeUnit.SECONDS)).isEqualTo("second");
    assertThat(cached.get()).isEqualTo("second");
    assertThat(reads).isEqualTo(2);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
