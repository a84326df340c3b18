package com.avonsolutions.contact.spam;

import com.avonsolutions.domain.StoreUnavailableException;
import com.avonsolutions.domain.counter.CounterStore;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;

/**
 * Counts submissions by address, by form and by text, about right and for little money. Each
 * instance counts in memory and tells the shared counters now and then: at most {@link #UPDATES}
 * updates in {@link #PERIOD}, whatever comes in. An ordinary submission costs one update if it has
 * a message, and none else.
 *
 * <p>No address and no text is stored, only their HMAC with the key of the day.
 */
@Singleton
@Requires(beans = {CounterStore.class, DailyKeys.class})
public final class Traffic {
  /** In which time many submissions are a burst. */
  public static final Duration BURST = Duration.ofMinutes(10);

  /** For how long a text is remembered. */
  public static final Duration MEMORY = Duration.ofDays(1);

  static final int UPDATES = 5;
  static final Duration PERIOD = Duration.ofSeconds(5);

  /** Counters in memory, at some 200 bytes each. */
  static final int MOST = 5_000;

  /** After the store refused, for how long it is left alone. */
  private static final Duration PAUSE = Duration.ofSeconds(30);

  /** Shorter texts are the same by chance: call me, price please. */
  private static final int SHORTEST_TEXT = 40;

  /** Told to others from so many on; a single visitor's submissions are nobody's concern. */
  private static final int TELL_BURST_FROM = 3;

  private final CounterStore store;
  private final DailyKeys keys;
  private final Clock clock;
  private final int flood;

  private final Map<String, Tally> tallies = new LinkedHashMap<>(16, 0.75f, true);
  private Instant periodEnd = Instant.MIN;
  private int updates;
  private Instant quietUntil = Instant.MIN;
  private Optional<Mac> ownKey = Optional.empty();

  /** What one instance knows of a counter: the total it was told last, and what came since. */
  private static final class Tally {
    private long told;
    private long since;

    long total() {
      return told + since;
    }
  }

  /**
   * The counts, this submission included.
   *
   * @param retryAfter there when the address floods us: how long until it may come again
   */
  public record Counts(
      long fromAddress, long ofForm, long sameText, Optional<Duration> retryAfter) {}

  Traffic(CounterStore store, DailyKeys keys, Clock clock, @Value("${flood.limit:300}") int flood) {
    this.store = store;
    this.keys = keys;
    this.clock = clock;
    this.flood = flood;
  }

  /**
   * Counts a submission.
   *
   * @param address as the gateway saw it; empty when it is not known
   * @param form names the form or the API
   */
  public synchronized Counts count(String address, String form, String message) {
    Instant now = clock.instant();
    long fromAddress =
        address.isEmpty() ? 1 : add("address", network(address), BURST, TELL_BURST_FROM, now);
    long ofForm = add("form", form, BURST, TELL_BURST_FROM, now);
    String text =
        String.join(" ", Words.of(message.substring(0, Math.min(message.length(), 2_000))));
    long sameText = text.length() < SHORTEST_TEXT ? 1 : add("text", text, MEMORY, 1, now);
    Optional<Duration> retryAfter =
        fromAddress > flood
            ? Optional.of(Duration.between(now, end(BURST, now)))
            : Optional.empty();
    return new Counts(fromAddress, ofForm, sameText, retryAfter);
  }

  private long add(String kind, String what, Duration window, int tellFrom, Instant now) {
    Instant end = end(window, now);
    String counter = kind + '#' + end.getEpochSecond() + '#' + mac(kind + '\0' + what);
    Tally tally = tallies.computeIfAbsent(counter, name -> new Tally());
    tally.since++;
    if (tallies.size() > MOST) {
      Iterator<String> longestUnused = tallies.keySet().iterator();
      longestUnused.next();
      longestUnused.remove();
    }
    if (tally.since >= tellFrom && mayTell(now)) {
      tell(counter, tally, end, now);
    }
    return tally.total();
  }

  private boolean mayTell(Instant now) {
    if (now.isBefore(quietUntil)) {
      return false;
    }
    if (!now.isBefore(periodEnd)) {
      periodEnd = now.plus(PERIOD);
      updates = 0;
    }
    return updates < UPDATES;
  }

  private void tell(String counter, Tally tally, Instant end, Instant now) {
    updates++;
    try {
      tally.told = store.add(counter, tally.since, end.plus(BURST));
      tally.since = 0;
    } catch (StoreUnavailableException e) {
      quietUntil = now.plus(PAUSE);
    }
  }

  /** Without the shared key it counts by one of its own, which no other instance understands. */
  private String mac(String text) {
    return keys.mac(keys.today(), text)
        .orElseGet(
            () -> {
              if (ownKey.isEmpty()) {
                ownKey = Optional.of(DailyKeys.keyed(UUID.randomUUID().toString()));
              }
              return DailyKeys.mac(ownKey.get(), text);
            });
  }

  /** Windows are those of the clock, the same for all instances. */
  private static Instant end(Duration window, Instant now) {
    long seconds = window.toSeconds();
    return Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), seconds) * seconds + seconds);
  }

  /** One household has 2^64 addresses of IPv6, all of which begin alike. */
  private static String network(String address) {
    if (!address.contains(":")) {
      return address;
    }
    List<String> groups = Arrays.asList(address.split(":", -1));
    int gap = groups.indexOf("");
    List<String> first = gap < 0 ? groups : groups.subList(0, gap);
    return String.join(":", first.subList(0, Math.min(4, first.size())));
  }
}
