package com.avonsolutions.contact.spam;

import com.avonsolutions.domain.StoreUnavailableException;
import com.avonsolutions.domain.counter.CounterStore;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
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
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret key for each day, made by the instance that needs it first and shared by all. When a
 * day's key has expired, nothing that was made with it can be told apart or made again by anybody:
 * that is why an address counted yesterday is no personal data today.
 */
@Singleton
@Requires(beans = CounterStore.class)
public final class DailyKeys {
  /** For how long after its day a key still opens what it closed. */
  static final Duration KEPT = Duration.ofDays(2);

  private static final Duration PAUSE = Duration.ofSeconds(30);
  private static final int BYTES = 32;

  private final CounterStore store;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<LocalDate, Mac> known = new ConcurrentHashMap<>();
  private volatile Instant quietUntil = Instant.MIN;

  DailyKeys(CounterStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * The text's HMAC-SHA256 with the key of the day (in UTC), in 43 characters of base64url; nothing
   * while the key cannot be had, or is of another day than today and yesterday.
   */
  Optional<String> mac(LocalDate day, String text) {
    return key(day).map(key -> mac(key, text));
  }

  LocalDate today() {
    return day(clock.instant());
  }

  static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }

  private Optional<Mac> key(LocalDate day) {
    LocalDate today = today();
    if (day.isAfter(today) || day.isBefore(today.minusDays(1))) {
      return Optional.empty();
    }
    Mac key = known.get(day);
    if (key == null && clock.instant().isAfter(quietUntil)) {
      try {
        Instant expiry = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().plus(KEPT);
        key = keyed(store.getOrPut("key#" + day, encode(randomBytes()), expiry));
        known.keySet().removeIf(old -> old.isBefore(today.minusDays(1)));
        known.put(day, key);
      } catch (StoreUnavailableException e) {
        quietUntil = clock.instant().plus(PAUSE);
      }
    }
    return Optional.ofNullable(key);
  }

  static Mac keyed(String key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HmacSHA256", e);
    }
  }

  /** By a copy of the key, for finding the algorithm takes longer than its work. */
  static String mac(Mac keyed, String text) {
    try {
      Mac mac = (Mac) keyed.clone();
      return encode(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("Java's own HmacSHA256 can be copied", e);
    }
  }

  private byte[] randomBytes() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return bytes;
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
