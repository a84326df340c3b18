package com.avonsolutions.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The time by which the agency's days and months begin. */
public final class India {
  public static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");

  private India() {}

  /** The day that it is in India at an instant. */
  public static LocalDate dayOf(Instant instant) {
    return LocalDate.ofInstant(instant, ZONE);
  }
}
