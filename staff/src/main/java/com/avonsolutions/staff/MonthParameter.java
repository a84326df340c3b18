package com.avonsolutions.staff;

import java.time.Clock;
import java.time.YearMonth;
import java.util.Optional;
import picocli.CommandLine.Parameters;

/** The month that a list is about, as the first word after the command. */
final class MonthParameter {
  @Parameters(
      paramLabel = "YYYY-MM",
      arity = "0..1",
      converter = IndiaTime.Month.class,
      description = "The month; this one by default.")
  private Optional<YearMonth> typed = Optional.empty();

  /** The typed month, or the current one in India. */
  YearMonth or(Clock clock) {
    return typed.orElseGet(() -> IndiaTime.thisMonth(clock));
  }
}
