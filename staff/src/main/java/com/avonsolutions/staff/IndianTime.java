package com.avonsolutions.staff;

import com.avonsolutions.domain.India;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;

/** Days, months and times of day as staff in India say them, and as the stores' lists go. */
record IndianTime(Clock clock) {
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(India.ZONE);

  LocalDate today() {
    return India.dayOf(clock.instant());
  }

  YearMonth thisMonth() {
    return YearMonth.from(today());
  }

  /**
   * The month that the words of a command ask for, {@code list [YYYY-MM]}; this one by default.
   *
   * @param usage says what the words have to be
   */
  YearMonth monthOfList(List<String> words, String usage) {
    if (words.isEmpty() || words.size() > 2 || !words.get(0).equals("list")) {
      throw new UserError(usage);
    }
    return words.size() == 2 ? month(words.get(1)) : thisMonth();
  }

  /** To the minute, e.g. {@code 2026-11-22 15:45}. */
  static String text(Instant instant) {
    return MINUTES.format(instant);
  }

  static LocalDate day(String typed) {
    try {
      return LocalDate.parse(typed);
    } catch (DateTimeParseException e) {
      throw new UserError("\"" + typed + "\" is no day, write it like 2026-11-22.", e);
    }
  }

  static YearMonth month(String typed) {
    try {
      return YearMonth.parse(typed);
    } catch (DateTimeParseException e) {
      throw new UserError("\"" + typed + "\" is no month, write it like 2026-11.", e);
    }
  }
}
