package com.avonsolutions.hooks.platform;

import com.avonsolutions.domain.India;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Parses the time formats of platforms. A malformed time is empty, not a reason to lose a lead. */
public final class PlatformTime {
  private static final DateTimeFormatter OFFSET_WITHOUT_COLON =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXX", Locale.ROOT);
  private static final DateTimeFormatter DATE_AND_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd['T'][ ]HH:mm[:ss]", Locale.ROOT);

  /** A later one is a mistake, and would not sort among the others as text. */
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  private PlatformTime() {}

  /** Parses {@code 2026-11-22T10:15:30Z}, {@code …+05:30} and {@code …+0530}. */
  public static Optional<Instant> iso(String text) {
    return time(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
        .or(() -> time(text, OFFSET_WITHOUT_COLON));
  }

  private static Optional<Instant> time(String text, DateTimeFormatter format) {
    try {
      return Optional.of(OffsetDateTime.parse(text, format).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /**
   * Parses {@code 2026-11-22 15:45:30}, also without its seconds or with a T, in India's time zone.
   */
  public static Optional<Instant> ofIndia(String text) {
    try {
      return Optional.of(LocalDateTime.parse(text, DATE_AND_TIME).atZone(India.ZONE).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  public static Optional<Instant> ofSeconds(long seconds) {
    return seconds > LAST.getEpochSecond() ? Optional.empty() : ofMillis(seconds * 1000);
  }

  public static Optional<Instant> ofMillis(long millis) {
    return Optional.of(Instant.ofEpochMilli(millis)).filter(time -> !time.isAfter(LAST));
  }
}
