package com.avonsolutions.contact.spam;

import com.avonsolutions.domain.secret.HmacSha256;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A signed time in a hidden field, which says when the form was shown: milliseconds since 1970 in
 * base 36, a dot, and their HMAC with the key of the day.
 */
@Singleton
@Requires(beans = DailyKeys.class)
public final class FormStamp {
  private static final int MAX_LENGTH = 100;
  private static final int RADIX = 36;

  private final DailyKeys keys;
  private final Clock clock;

  FormStamp(DailyKeys keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * What a stamp says.
   *
   * @param forged whether we did not issue it
   * @param age time since the form was shown; empty without a stamp and for a stamp that is too old
   */
  public record Reading(boolean forged, Optional<Duration> age) {
    static final Reading NONE = new Reading(false, Optional.empty());
    static final Reading FORGED = new Reading(true, Optional.empty());
  }

  /** A stamp of now; empty while the key cannot be read. */
  public Optional<String> issue() {
    Instant now = clock.instant();
    String time = Long.toString(now.toEpochMilli(), RADIX);
    return keys.mac(DailyKeys.day(now), text(time)).map(mac -> time + '.' + mac);
  }

  /** Reads the stamp of a submission; an empty text is no stamp. */
  public Reading read(String stamp) {
    if (stamp.isEmpty()) {
      return Reading.NONE;
    }
    int dot = stamp.indexOf('.');
    if (stamp.length() > MAX_LENGTH || dot < 1) {
      return Reading.FORGED;
    }
    String time = stamp.substring(0, dot);
    Instant issued;
    try {
      issued = Instant.ofEpochMilli(Long.parseLong(time, RADIX));
    } catch (NumberFormatException e) {
      return Reading.FORGED;
    }
    Duration age = Duration.between(issued, clock.instant());
    if (age.isNegative()) {
      return Reading.FORGED;
    }
    return keys.mac(DailyKeys.day(issued), text(time))
        .map(mac -> HmacSha256.same(mac, stamp.substring(dot + 1)) ? aged(age) : Reading.FORGED)
        .orElse(Reading.NONE);
  }

  private static Reading aged(Duration age) {
    return new Reading(false, Optional.of(age));
  }

  /** The prefix keeps stamps and counters apart, which use the same key. */
  private static String text(String time) {
    return "stamp\0" + time;
  }
}
