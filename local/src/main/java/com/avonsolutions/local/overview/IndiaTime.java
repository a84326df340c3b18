package com.avonsolutions.local.overview;

import com.avonsolutions.domain.India;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Formats instants as a person in India reads them. */
public record IndiaTime(Clock clock) {
  private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

  /** E.g. {@code 18:05:30}. */
  public String second(Instant instant) {
    return SECOND.format(instant.atZone(India.ZONE));
  }

  /** E.g. {@code Today, 18:05} or {@code 22 Nov 2026, 18:05}. */
  public String minute(Instant instant) {
    ZonedDateTime time = instant.atZone(India.ZONE);
    return day(time.toLocalDate()) + ", " + MINUTE.format(time);
  }

  private String day(LocalDate day) {
    LocalDate today = India.dayOf(clock.instant());
    if (day.equals(today)) {
      return "Today";
    }
    return day.equals(today.minusDays(1)) ? "Yesterday" : DAY.format(day);
  }
}
