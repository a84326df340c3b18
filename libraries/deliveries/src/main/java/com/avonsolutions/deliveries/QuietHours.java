package com.avonsolutions.deliveries;

import com.avonsolutions.domain.India;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hours of every day, in India's time, in which staff are not disturbed. If they begin later
 * than they end, they span midnight.
 *
 * @param from the first quiet minute
 * @param until the first minute that is not quiet any more
 */
public record QuietHours(LocalTime from, LocalTime until) {
  private static final Pattern TEXT = Pattern.compile("([0-9]{2}:[0-9]{2})-([0-9]{2}:[0-9]{2})");

  public QuietHours {
    if (from.equals(until)) {
      throw new IllegalArgumentException("Quiet hours of a whole day would never end");
    }
  }

  /**
   * Reads e.g. {@code 21:00-09:00}.
   *
   * @throws IllegalArgumentException for anything else, and for hours that never end
   */
  public static QuietHours parse(String text) {
    Matcher hours = TEXT.matcher(text);
    if (!hours.matches()) {
      throw new IllegalArgumentException("Write quiet hours like 21:00-09:00");
    }
    try {
      return new QuietHours(LocalTime.parse(hours.group(1)), LocalTime.parse(hours.group(2)));
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("There is no such time of day in " + text, e);
    }
  }

  /** When the quiet hours end that an instant lies in; empty if it lies in none. */
  public Optional<Instant> endAfter(Instant instant) {
    ZonedDateTime local = instant.atZone(India.ZONE);
    LocalTime time = local.toLocalTime();
    boolean spansMidnight = from.isAfter(until);
    boolean evening = !time.isBefore(from);
    boolean morning = time.isBefore(until);
    boolean quiet = spansMidnight ? evening || morning : evening && morning;
    if (!quiet) {
      return Optional.empty();
    }
    ZonedDateTime end = local.with(until);
    return Optional.of((morning ? end : end.plusDays(1)).toInstant());
  }

  /** As {@link #parse} reads it. */
  public String text() {
    return from + "-" + until;
  }
}
