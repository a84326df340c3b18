package com.avonsolutions.follow;

import com.avonsolutions.deliveries.Delivery;
import com.avonsolutions.deliveries.DeliveryState;
import com.avonsolutions.deliveries.DeliveryStore;
import com.avonsolutions.deliveries.NoticeEvent;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Cancels what waits to be told of a lead that is gone, erased or expired. */
@Singleton
@Requires(property = "notice.max.age.hours")
final class CleanUp implements Follower {
  private final DeliveryStore deliveries;
  private final Clock clock;
  private final String leads;

  CleanUp(DeliveryStore deliveries, Clock clock, @Value("${leads.table}") String leads) {
    this.deliveries = deliveries;
    this.clock = clock;
    this.leads = leads;
  }

  @Override
  public String name() {
    return "clean-up after a lead";
  }

  @Override
  public void follow(Change change) {
    if (change.table().equals(leads) && change.isDeletion() && change.before().isPresent()) {
      deliveries.about(Delivery.ofLead(change.id())).stream()
          .filter(delivery -> delivery.event() != NoticeEvent.LEAD_ERASED)
          .filter(delivery -> delivery.state().isLive() || delivery.state() == DeliveryState.HELD)
          .forEach(
              delivery ->
                  deliveries.end(
                      delivery.id(), DeliveryState.CANCELLED, "erased", clock.instant()));
    }
  }
}
