package com.avonsolutions.notices;

import com.avonsolutions.deliveries.Channel;
import com.avonsolutions.deliveries.ChannelHealth;
import com.avonsolutions.deliveries.ChannelKind;
import com.avonsolutions.deliveries.Channels;
import com.avonsolutions.deliveries.Delivery;
import com.avonsolutions.deliveries.DeliveryStore;
import com.avonsolutions.deliveries.NoticeEvent;
import com.avonsolutions.deliveries.Nudges;
import com.avonsolutions.domain.FailureLog;
import com.avonsolutions.domain.UnavailableException;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** Notes how channels do, rests or disables one that fails, and has staff told by mail. */
@Singleton
@Requires(property = "channels.table")
final class ChannelMonitor {
  /** Several functions note at once; a note that is lost is made by the next failure. */
  private static final int MAX_ATTEMPTS = 5;

  private final DeliveryStore deliveries;
  private final Channels channels;
  private final Nudges nudges;
  private final FailureLog log;
  private final Clock clock;

  ChannelMonitor(
      DeliveryStore deliveries, Channels channels, Nudges nudges, FailureLog log, Clock clock) {
    this.deliveries = deliveries;
    this.channels = channels;
    this.nudges = nudges;
    this.log = log;
    this.clock = clock;
  }

  /** Notes how an attempt ended. */
  void note(Channel channel, Outcome outcome) {
    Instant now = clock.instant();
    switch (outcome.kind()) {
      case DELIVERED ->
          update(channel, health -> health.isUntroubled() ? health : health.afterSuccess());
      case RETRY, REST -> update(channel, health -> health.afterFailure(now, outcome.retryAfter()));
      case MISCONFIGURED ->
          update(channel, health -> health.afterFailure(now, outcome.retryAfter()).forStaff());
      case GONE -> update(channel, health -> health.stopped(ChannelHealth.GONE, now));
      case REFUSED, SKIPPED, CANCELLED -> {
        // Says nothing about the channel.
      }
    }
  }

  private void update(Channel channel, UnaryOperator<ChannelHealth> change) {
    for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      ChannelHealth before = deliveries.health(channel.name());
      ChannelHealth after = change.apply(before);
      if (after.equals(before)) {
        return;
      }
      boolean warns = after.needsWarning(clock.instant());
      ChannelHealth noted = warns ? after.warned(clock.instant()) : after;
      if (deliveries.update(channel.name(), before, noted)) {
        if (warns) {
          tell(NoticeEvent.CHANNEL_FAILING, channel, after);
        }
        if (after.isStopped() && !before.isStopped()) {
          log.failure("disabled channel", new IllegalStateException());
          tell(NoticeEvent.CHANNEL_DISABLED, channel, after);
        }
        return;
      }
    }
  }

  /** By mail alone: a chat that does not work cannot say so. */
  private void tell(NoticeEvent event, Channel failing, ChannelHealth health) {
    Instant now = clock.instant();
    String subject = "channel#" + failing.name();
    String row = health.firstFailureAt().orElse(now).toString();
    for (Channel channel : channels.all()) {
      if (channel.kind() == ChannelKind.MAIL && channel.events().contains(event)) {
        for (String recipient : channel.recipients()) {
          Delivery delivery =
              Delivery.planned(event, subject + '#' + row, channel, recipient, now, now, now);
          deliveries.plan(delivery);
          try {
            nudges.nudge(delivery, now);
          } catch (UnavailableException e) {
            log.failure("nudge", e);
          }
        }
      }
    }
  }
}
