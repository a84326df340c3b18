package com.avonsolutions.contact.spam;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Says when a form was shown, in a hidden field that nobody else can make: milliseconds since 1970
 * in base 36, a dot, and their HMAC with the day's key.
 */
@Singleton
@Requires(beans = DailyKeys.class)
public final class FormStamp {
  private static final int LONGEST = 100;
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
   * @param broken whether we did not issue it
   * @param age how long ago the form was shown; nothing when there is no stamp or it is too old
   */
  public record Reading(boolean broken, Optional<Duration> age) {
    static final Reading NONE = new Reading(false, Optional.empty());
    static final Reading BROKEN = new Reading(true, Optional.empty());
  }

  /** A stamp of now; nothing while its key cannot be had. */
  public Optional<String> issue() {
    Instant now = clock.instant();
    String time = Long.toString(now.toEpochMilli(), RADIX);
    return keys.mac(DailyKeys.day(now), text(time)).map(mac -> time + '.' + mac);
  }

  /** Reads what came with a submission; an empty text is no stamp. */
  public Reading read(String stamp) {
    if (stamp.isEmpty()) {
      return Reading.NONE;
    }
    int dot = stamp.indexOf('.');
    if (stamp.length() > LONGEST || dot < 1) {
      return Reading.BROKEN;
    }
    String time = stamp.substring(0, dot);
    Instant issued;
    try {
      issued = Instant.ofEpochMilli(Long.parseLong(time, RADIX));
    } catch (NumberFormatException e) {
      return Reading.BROKEN;
    }
    Duration age = Duration.between(issued, clock.instant());
    if (age.isNegative()) {
      return Reading.BROKEN;
    }
    return keys.mac(DailyKeys.day(issued), text(time))
        .map(mac -> same(mac, stamp.substring(dot + 1)) ? aged(age) : Reading.BROKEN)
        .orElse(Reading.NONE);
  }

  private static Reading aged(Duration age) {
    return new Reading(false, Optional.of(age));
  }

  private static String text(String time) {
    return "stamp\0" + time;
  }

  private static boolean same(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
