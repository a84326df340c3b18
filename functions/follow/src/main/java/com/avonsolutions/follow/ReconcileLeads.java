package com.avonsolutions.follow;

import com.avonsolutions.domain.India;
import com.avonsolutions.domain.lead.LeadState;
import com.avonsolutions.domain.lead.LeadStore;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Plans what a lost record of the stream would have caused: looks through the leads of the last
 * half hour every ten minutes, and through those of two days every hour.
 */
@Singleton
@Requires(property = "notice.max.age.hours")
final class ReconcileLeads implements Follower {
  private static final Duration SHORT = Duration.ofMinutes(30);
  private static final Duration LONG = Duration.ofDays(2);

  /** The stream gets this long before somebody looks after it. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final int MAX_LEADS = 2_000;

  private final LeadStore leads;
  private final NoticePlanner planner;

  ReconcileLeads(LeadStore leads, NoticePlanner planner) {
    this.leads = leads;
    this.planner = planner;
  }

  @Override
  public String name() {
    return "reconciliation of notices";
  }

  @Override
  public void follow(Change change) {
    // Works by the clock alone.
  }

  @Override
  public void tick(Instant minute) {
    int past = minute.atZone(ZoneOffset.UTC).getMinute();
    if (past == 0) {
      reconcile(minute.minus(LONG), minute.minus(PATIENCE));
    } else if (past % 10 == 0) {
      reconcile(minute.minus(SHORT), minute.minus(PATIENCE));
    }
  }

  private void reconcile(Instant from, Instant until) {
    months(from, until)
        .flatMap(month -> leads.inState(LeadState.RECEIVED, month, MAX_LEADS).stream())
        .filter(id -> isBetween(receivedAt(id), from, until))
        .filter(id -> !planner.isPlanned(id))
        .forEach(id -> planner.leadCreated(id, receivedAt(id), false));
  }

  private static Stream<YearMonth> months(Instant from, Instant until) {
    return Stream.of(from, until).map(India::dayOf).map(YearMonth::from).distinct();
  }

  private static boolean isBetween(Instant time, Instant from, Instant until) {
    return !time.isBefore(from) && !time.isAfter(until);
  }

  /** The first 48 bits of an id are milliseconds since 1970: RFC 9562, section 5.7. */
  private static Instant receivedAt(String id) {
    return Instant.ofEpochMilli(UUID.fromString(id).getMostSignificantBits() >>> 16);
  }
}
