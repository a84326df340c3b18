package com.avonsolutions.deliveries;

import java.time.Duration;
import java.time.Instant;

/**
 * Wakes the function that sends deliveries of a kind. A nudge may be lost or come twice: the store
 * of deliveries decides what is sent.
 */
public interface Nudges {
  /** The longest delay that a queue can keep. */
  Duration MAX_DELAY = Duration.ofMinutes(15);

  /**
   * Sends the id of a delivery, and nothing else of it.
   *
   * @param channel so that the deliveries of a slow channel do not hold up the others
   * @param delay until it is due; at most {@link #MAX_DELAY}
   * @throws com.avonsolutions.domain.StoreUnavailableException when the queue does not accept it
   */
  void nudge(ChannelKind kind, String channel, String deliveryId, Duration delay);

  /** Nudges a delivery for when it is due, unless a later sweep has to do it. */
  default void nudge(Delivery delivery, Instant now) {
    delivery
        .nextAttemptAt()
        .map(due -> Duration.between(now, due))
        .filter(delay -> delay.compareTo(MAX_DELAY) <= 0)
        .ifPresent(delay -> nudge(delivery.kind(), delivery.channel(), delivery.id(), delay));
  }
}
