package com.avonsolutions.follow;

import com.avonsolutions.deliveries.DeliveryStore;
import com.avonsolutions.deliveries.Nudges;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/** Nudges every minute what is due, or will be before the next sweep has nudged it. */
@Singleton
@Requires(property = "notice.max.age.hours")
final class SweepDeliveries implements Follower {
  private static final Duration AHEAD = Duration.ofSeconds(90);
  private static final int MAX_NUDGES = 1_000;

  private final DeliveryStore deliveries;
  private final Nudges nudges;

  SweepDeliveries(DeliveryStore deliveries, Nudges nudges) {
    this.deliveries = deliveries;
    this.nudges = nudges;
  }

  @Override
  public String name() {
    return "sweep of deliveries";
  }

  @Override
  public void follow(Change change) {
    // Works by the clock alone.
  }

  @Override
  public void tick(Instant minute) {
    deliveries
        .due(minute.plus(AHEAD), MAX_NUDGES)
        .forEach(
            due ->
                nudges.nudge(
                    due.kind(), due.channel(), due.id(), Duration.between(minute, due.at())));
  }
}
