package com.avonsolutions.notices;

import com.avonsolutions.deliveries.Attempt;
import com.avonsolutions.deliveries.Channel;
import com.avonsolutions.deliveries.ChannelHealth;
import com.avonsolutions.deliveries.Channels;
import com.avonsolutions.deliveries.Delivery;
import com.avonsolutions.deliveries.DeliveryState;
import com.avonsolutions.deliveries.DeliveryStore;
import com.avonsolutions.deliveries.DeliveryStore.Result;
import com.avonsolutions.deliveries.NoticeEvent;
import com.avonsolutions.deliveries.Nudges;
import com.avonsolutions.domain.FailureLog;
import com.avonsolutions.domain.UnavailableException;
import com.avonsolutions.domain.lead.Lead;
import com.avonsolutions.domain.lead.LeadStore;
import com.avonsolutions.domain.secret.SecretUnavailableException;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * Sends one delivery, if it is due and nobody else sends it. The claim comes before the attempt and
 * the result after it, so a crash between them repeats the attempt once the lease is over: a
 * webhook with the same id, a mail a second time.
 */
@Singleton
@Requires(property = "channels.table")
public final class Dispatcher {
  /** Longer than any attempt takes. */
  static final Duration LEASE = Duration.ofSeconds(60);

  /** So many attempts may end without a result, because the function died. */
  private static final int MAX_DEATHS = 3;

  private final DeliveryStore deliveries;
  private final Channels channels;
  private final LeadStore leads;
  private final List<ChannelSender> senders;
  private final ChannelMonitor monitor;
  private final Nudges nudges;
  private final FailureLog log;
  private final Clock clock;
  private final RandomGenerator random;

  Dispatcher(
      DeliveryStore deliveries,
      Channels channels,
      LeadStore leads,
      List<ChannelSender> senders,
      ChannelMonitor monitor,
      Nudges nudges,
      FailureLog log,
      Clock clock,
      RandomGenerator random) {
    this.deliveries = deliveries;
    this.channels = channels;
    this.leads = leads;
    this.senders = senders;
    this.monitor = monitor;
    this.nudges = nudges;
    this.log = log;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Sends a delivery.
   *
   * @throws UnavailableException when a store is away; the nudge comes again
   */
  public void dispatch(String deliveryId) {
    Instant now = clock.instant();
    Optional<Delivery> found =
        deliveries.find(deliveryId).filter(delivery -> delivery.state().isLive());
    if (found.isEmpty()) {
      return;
    }
    Delivery waiting = found.get();
    Optional<Channel> channel = channels.named(waiting.channel());
    if (channel.isEmpty()) {
      deliveries.end(deliveryId, DeliveryState.CANCELLED, "channel-gone", now);
    } else if (mayTry(waiting, now)) {
      deliveries
          .claim(deliveryId, now, LEASE)
          .ifPresent(claimed -> attempt(claimed, channel.get()));
    }
  }

  /** Leaves a channel alone that is stopped or rests; the deliveries wait meanwhile. */
  private boolean mayTry(Delivery delivery, Instant now) {
    ChannelHealth health = deliveries.health(delivery.channel());
    if (health.isStopped()) {
      deliveries.end(
          delivery.id(), DeliveryState.HELD, health.reason().orElse(ChannelHealth.PAUSED), now);
      return false;
    }
    Optional<Instant> rest = health.restUntil().filter(now::isBefore);
    if (rest.isEmpty() && health.needsProbe()) {
      ChannelHealth probing = health.probing(now);
      // Of several functions that would probe, one stores this.
      rest =
          deliveries.update(delivery.channel(), health, probing)
              ? Optional.empty()
              : probing.restUntil();
    }
    rest.ifPresent(until -> postpone(delivery, until, now));
    return rest.isEmpty();
  }

  /** Not all at the same time. */
  private void postpone(Delivery delivery, Instant until, Instant now) {
    long spread = Duration.ofSeconds(30).toMillis();
    deliveries.postpone(delivery.id(), until.plusMillis(random.nextLong(spread)), now);
  }

  private void attempt(Delivery claimed, Channel channel) {
    Instant start = clock.instant();
    long nanos = System.nanoTime();
    boolean hasDied = claimed.attempts() > claimed.kind().schedule().waits().size() + MAX_DEATHS;
    Outcome outcome = hasDied ? Outcome.refused("DIED") : outcome(claimed, channel);
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
    Result result = result(claimed, outcome, start.plusMillis(millis));
    boolean stored = deliveries.finish(claimed, result, new Attempt(start, millis, outcome.code()));
    if (result.state() == DeliveryState.FAILED) {
      log.failure("failed delivery", new IllegalStateException());
    }
    monitor.note(channel, outcome);
    if (stored) {
      result.nextAttemptAt().ifPresent(next -> nudge(claimed, next));
    }
  }

  /**
   * What is wrong with this delivery alone must not stop at an exception: its attempts have an end.
   */
  private Outcome outcome(Delivery delivery, Channel channel) {
    try {
      return sent(delivery, channel);
    } catch (SecretUnavailableException e) {
      log.failure("secret of a channel", e);
      return Outcome.misconfigured("SECRET");
    } catch (UnavailableException e) {
      log.failure("delivery", e);
      return Outcome.retry("STORE");
    } catch (RuntimeException e) {
      log.failure("delivery", e);
      return Outcome.retry("ERROR");
    }
  }

  private Outcome sent(Delivery delivery, Channel channel) {
    boolean isAboutLead = delivery.event() == NoticeEvent.LEAD_CREATED;
    Optional<Lead> lead = isAboutLead ? leads.find(delivery.subjectId()) : Optional.empty();
    if (isAboutLead && lead.isEmpty()) {
      return Outcome.cancelled("erased");
    }
    Notice notice =
        new Notice(delivery.id(), delivery.event(), delivery.eventAt(), delivery.subjectId(), lead);
    return senders.stream()
        .filter(sender -> sender.sends(channel.kind()))
        .findFirst()
        .map(sender -> sender.send(channel, delivery, notice))
        .orElseGet(() -> Outcome.refused("NO_SENDER"));
  }

  private Result result(Delivery delivery, Outcome outcome, Instant now) {
    return switch (outcome.kind()) {
      case DELIVERED -> Result.delivered(outcome.providerId());
      case RETRY, REST, MISCONFIGURED ->
          delivery
              .kind()
              .schedule()
              .waitAfter(delivery.attempts(), outcome.retryAfter(), random)
              .map(wait -> Result.retry(now.plus(wait)))
              .orElseGet(() -> Result.ended(DeliveryState.FAILED, outcome.code()));
      case GONE -> Result.ended(DeliveryState.HELD, ChannelHealth.GONE);
      case REFUSED -> Result.ended(DeliveryState.FAILED, outcome.code());
      case SKIPPED -> Result.ended(DeliveryState.SKIPPED, outcome.code());
      case CANCELLED -> Result.ended(DeliveryState.CANCELLED, outcome.code());
    };
  }

  /** Later attempts are nudged by the sweep; so is this one, if the queue is away. */
  private void nudge(Delivery delivery, Instant next) {
    Duration wait = Duration.between(clock.instant(), next);
    if (wait.compareTo(Nudges.MAX_DELAY) <= 0) {
      try {
        nudges.nudge(delivery.kind(), delivery.channel(), delivery.id(), wait);
      } catch (UnavailableException e) {
        log.failure("nudge", e);
      }
    }
  }
}
