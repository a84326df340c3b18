package com.avonsolutions.contact.spam;

import com.avonsolutions.domain.StoreUnavailableException;
import com.avonsolutions.domain.counter.CounterStore;
import com.avonsolutions.domain.resilience.CircuitBreaker;
import com.avonsolutions.domain.secret.HmacSha256;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A secret key for each day (UTC). The instance that needs it first makes it, and all instances
 * share it. Once a key has expired, nobody can compute its HMACs again, so an address that was
 * counted under it is no longer personal data.
 */
@Singleton
@Requires(beans = CounterStore.class)
public final class DailyKeys {
  /** How long a key is stored after its day. */
  static final Duration RETENTION = Duration.ofDays(2);

  private static final Duration BACK_OFF = Duration.ofSeconds(30);
  private static final int KEY_BYTES = 32;

  private final CounterStore store;
  private final Clock clock;
  private final CircuitBreaker circuit;
  private final SecureRandom random = new SecureRandom();
  private final Map<LocalDate, HmacSha256> known = new ConcurrentHashMap<>();

  DailyKeys(CounterStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
    this.circuit = new CircuitBreaker(BACK_OFF, clock);
  }

  /**
   * The text's HMAC with the key of the day, in 43 characters of base64url. Empty while the key
   * cannot be read, and for other days than today and yesterday.
   */
  Optional<String> mac(LocalDate day, String text) {
    return key(day).map(key -> mac(key, text));
  }

  static String mac(HmacSha256 key, String text) {
    return encode(key.sign(text.getBytes(StandardCharsets.UTF_8)));
  }

  LocalDate today() {
    return day(clock.instant());
  }

  static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }

  private Optional<HmacSha256> key(LocalDate day) {
    LocalDate today = today();
    if (day.isAfter(today) || day.isBefore(today.minusDays(1))) {
      return Optional.empty();
    }
    HmacSha256 key = known.get(day);
    if (key == null && circuit.isClosed()) {
      try {
        key = agree(day);
        known.keySet().removeIf(old -> old.isBefore(today.minusDays(1)));
        known.put(day, key);
      } catch (StoreUnavailableException e) {
        circuit.open();
      }
    }
    return Optional.ofNullable(key);
  }

  private HmacSha256 agree(LocalDate day) {
    byte[] proposal = new byte[KEY_BYTES];
    random.nextBytes(proposal);
    Instant expiry = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().plus(RETENTION);
    String agreed = store.getOrPut("key#" + day, encode(proposal), expiry);
    return new HmacSha256(agreed.getBytes(StandardCharsets.UTF_8));
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
