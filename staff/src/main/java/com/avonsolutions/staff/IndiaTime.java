package com.avonsolutions.staff;

import com.avonsolutions.domain.India;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Days, months and times of day in India's time zone, as staff type and read them. */
final class IndiaTime {
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(India.ZONE);

  private IndiaTime() {}

  static LocalDate today(Clock clock) {
    return India.dayOf(clock.instant());
  }

  static YearMonth thisMonth(Clock clock) {
    return YearMonth.from(today(clock));
  }

  /** To the minute, e.g. {@code 2026-11-22 15:45}. */
  static String text(Instant instant) {
    return MINUTES.format(instant);
  }

  /** Reads a day that is typed as {@code 2026-11-22}. */
  static final class Day implements ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String typed) {
      try {
        return LocalDate.parse(typed);
      } catch (DateTimeParseException e) {
        throw new TypeConversionException(
            "\"" + typed + "\" is not a day: write it like 2026-11-22.");
      }
    }
  }

  /** Reads a month that is typed as {@code 2026-11}. */
  static final class Month implements ITypeConverter<YearMonth> {
    @Override
    public YearMonth convert(String typed) {
      try {
        return YearMonth.parse(typed);
      } catch (DateTimeParseException e) {
        throw new TypeConversionException(
            "\"" + typed + "\" is not a month: write it like 2026-11.");
      }
    }
  }
}
