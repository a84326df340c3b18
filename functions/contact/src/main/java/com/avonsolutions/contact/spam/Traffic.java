package com.avonsolutions.contact.spam;

import com.avonsolutions.domain.StoreUnavailableException;
import com.avonsolutions.domain.counter.CounterStore;
import com.avonsolutions.domain.resilience.CircuitBreaker;
import com.avonsolutions.domain.secret.HmacSha256;
import com.avonsolutions.text.Unicode;
import com.avonsolutions.web.http.ClientNetwork;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Counts submissions by address, by form and by text. The counts are approximate, and cheap: each
 * instance counts in memory and adds its counts to the shared counters now and then, in at most
 * {@link #MAX_UPDATES} updates per {@link #PERIOD}, whatever the load. An ordinary submission costs
 * one update if it has a message, and no update without.
 *
 * <p>No address and no text is stored, only their HMAC with the key of the day.
 */
@Singleton
@Requires(beans = {CounterStore.class, DailyKeys.class})
public final class Traffic {
  /** The window in which many submissions are a burst. */
  public static final Duration BURST_WINDOW = Duration.ofMinutes(10);

  /** The window in which equal texts are counted. */
  public static final Duration TEXT_WINDOW = Duration.ofDays(1);

  static final int MAX_UPDATES = 5;
  static final Duration PERIOD = Duration.ofSeconds(5);

  /** Each takes some 200 bytes of memory. */
  static final int MAX_TALLIES = 5_000;

  private static final Duration BACK_OFF = Duration.ofSeconds(30);

  /** Shorter texts are equal by chance: call me, price please. */
  private static final int MIN_TEXT_LENGTH = 40;

  private static final int MAX_TEXT_LENGTH = 2_000;

  /** Below this count the counter stays local. */
  private static final int SHARE_BURST_FROM = 3;

  private static final int SHARE_TEXT_FROM = 1;

  private final CounterStore store;
  private final DailyKeys keys;
  private final Clock clock;
  private final int flood;
  private final CircuitBreaker circuit;

  private final Map<String, Tally> tallies = new LinkedHashMap<>(16, 0.75f, true);
  private Instant periodEnd = Instant.MIN;
  private int updates;
  private Optional<HmacSha256> localKey = Optional.empty();

  /** What one instance knows of a counter. */
  private static final class Tally {
    /** The total of all instances after our last update. */
    private long shared;

    /** Counted here since then. */
    private long local;

    long total() {
      return shared + local;
    }
  }

  /**
   * What came from an address, this request included.
   *
   * @param retryAfter present if the address floods us: the time until its window ends
   */
  public record Arrivals(long count, Optional<Duration> retryAfter) {}

  /** What came through a form and with a text, this submission included. */
  public record Counts(long ofForm, long sameText) {}

  Traffic(CounterStore store, DailyKeys keys, Clock clock, @Value("${flood.limit:300}") int flood) {
    this.store = store;
    this.keys = keys;
    this.clock = clock;
    this.flood = flood;
    this.circuit = new CircuitBreaker(BACK_OFF, clock);
  }

  /**
   * Counts a request that submits something, before anything of it is read.
   *
   * @param address from the gateway; empty if it is unknown
   */
  public synchronized Arrivals arrive(String address) {
    Instant now = clock.instant();
    long count =
        address.isEmpty()
            ? 1
            : add("address", ClientNetwork.of(address), BURST_WINDOW, SHARE_BURST_FROM, now);
    return new Arrivals(
        count,
        count > flood
            ? Optional.of(Duration.between(now, end(BURST_WINDOW, now)))
            : Optional.empty());
  }

  /**
   * Counts a submission.
   *
   * @param form the name of the form, or the route of the API
   */
  public synchronized Counts count(String form, String message) {
    Instant now = clock.instant();
    long ofForm = add("form", form, BURST_WINDOW, SHARE_BURST_FROM, now);
    String text = String.join(" ", Words.of(Unicode.cut(message, MAX_TEXT_LENGTH)));
    long sameText =
        text.length() < MIN_TEXT_LENGTH ? 1 : add("text", text, TEXT_WINDOW, SHARE_TEXT_FROM, now);
    return new Counts(ofForm, sameText);
  }

  private long add(String kind, String what, Duration window, int shareFrom, Instant now) {
    Instant end = end(window, now);
    String counter = kind + '#' + end.getEpochSecond() + '#' + mac(kind + '\0' + what);
    Tally tally = tallies.computeIfAbsent(counter, name -> new Tally());
    tally.local++;
    if (tallies.size() > MAX_TALLIES) {
      Iterator<String> leastRecentlyUsed = tallies.keySet().iterator();
      leastRecentlyUsed.next();
      leastRecentlyUsed.remove();
    }
    if (tally.local >= shareFrom && mayUpdate(now)) {
      share(counter, tally, end);
    }
    return tally.total();
  }

  private boolean mayUpdate(Instant now) {
    if (!circuit.isClosed()) {
      return false;
    }
    if (!now.isBefore(periodEnd)) {
      periodEnd = now.plus(PERIOD);
      updates = 0;
    }
    return updates < MAX_UPDATES;
  }

  private void share(String counter, Tally tally, Instant end) {
    updates++;
    try {
      tally.shared = store.add(counter, tally.local, end.plus(BURST_WINDOW));
      tally.local = 0;
    } catch (StoreUnavailableException e) {
      circuit.open();
    }
  }

  /** Without the shared key, the instance counts under a key of its own. */
  private String mac(String text) {
    return keys.mac(keys.today(), text)
        .orElseGet(
            () -> {
              if (localKey.isEmpty()) {
                byte[] key = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
                localKey = Optional.of(new HmacSha256(key));
              }
              return DailyKeys.mac(localKey.get(), text);
            });
  }

  /** Windows are aligned to the clock, so that they are the same for all instances. */
  private static Instant end(Duration window, Instant now) {
    long seconds = window.toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), seconds) * seconds + seconds);
  }
}
