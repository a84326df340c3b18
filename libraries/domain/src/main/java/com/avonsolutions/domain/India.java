package com.avonsolutions.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The time zone of the agency's days and months. */
public final class India {
  public static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");

  private India() {}

  public static LocalDate dayOf(Instant instant) {
    return LocalDate.ofInstant(instant, ZONE);
  }
}
