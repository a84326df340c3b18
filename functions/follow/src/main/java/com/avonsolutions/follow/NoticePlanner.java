package com.avonsolutions.follow;

import com.avonsolutions.deliveries.Channel;
import com.avonsolutions.deliveries.Channels;
import com.avonsolutions.deliveries.Delivery;
import com.avonsolutions.deliveries.DeliveryStore;
import com.avonsolutions.deliveries.NoticeEvent;
import com.avonsolutions.deliveries.Nudges;
import com.avonsolutions.domain.FailureLog;
import com.avonsolutions.domain.UnavailableException;
import com.avonsolutions.domain.lead.Lead;
import com.avonsolutions.domain.lead.LeadState;
import com.avonsolutions.domain.lead.LeadStore;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Plans the deliveries of an event, once: each delivery has an id that follows from what it is, so
 * planning again stores nothing new, and the mark that all are stored comes last.
 */
@Singleton
@Requires(property = "notice.max.age.hours")
final class NoticePlanner {
  private final LeadStore leads;
  private final DeliveryStore deliveries;
  private final Channels channels;
  private final Nudges nudges;
  private final FailureLog log;
  private final Clock clock;
  private final Duration maxAge;

  NoticePlanner(
      LeadStore leads,
      DeliveryStore deliveries,
      Channels channels,
      Nudges nudges,
      FailureLog log,
      Clock clock,
      @Value("${notice.max.age.hours}") int maxAgeHours) {
    this.leads = leads;
    this.deliveries = deliveries;
    this.channels = channels;
    this.nudges = nudges;
    this.log = log;
    this.clock = clock;
    this.maxAge = Duration.ofHours(maxAgeHours);
  }

  /**
   * Plans who is told of a lead that waits for a call.
   *
   * @param at when it came to wait, which may be long after it was received
   * @param released whether staff have released it from quarantine
   */
  void leadCreated(String id, Instant at, boolean released) {
    String eventId = NoticeEvent.LEAD_CREATED.eventId(id);
    if (deliveries.isPlanned(eventId)) {
      return;
    }
    leads
        .find(id)
        .filter(lead -> lead.state() == LeadState.RECEIVED)
        .ifPresent(
            lead -> {
              if (isNews(lead, at)) {
                channels.all().stream()
                    .filter(channel -> channel.wants(NoticeEvent.LEAD_CREATED, lead, released))
                    .forEach(channel -> plan(channel, lead));
              }
              deliveries.markPlanned(eventId, clock.instant());
            });
  }

  /**
   * Whether staff should be woken for it. Leads of an import are old by the platform's own time,
   * and those of a stream that is read again are old by ours.
   */
  private boolean isNews(Lead lead, Instant at) {
    Instant oldest = clock.instant().minus(maxAge);
    return at.isAfter(oldest) && lead.origin().submittedAt().filter(oldest::isAfter).isEmpty();
  }

  private void plan(Channel channel, Lead lead) {
    String subject = Delivery.ofLead(lead.id());
    for (String recipient : channel.recipients()) {
      if (channel.isRefusedBy(lead)) {
        deliveries.plan(
            planned(NoticeEvent.LEAD_CREATED, subject, channel, recipient, lead.receivedAt())
                .skipped("no-consent"));
      } else {
        plan(planned(NoticeEvent.LEAD_CREATED, subject, channel, recipient, lead.receivedAt()));
      }
    }
  }

  /** Plans that those who were told of a lead are told that it is gone. */
  void leadErased(String id, Instant at) {
    String eventId = NoticeEvent.LEAD_ERASED.eventId(id);
    if (deliveries.isPlanned(eventId)) {
      return;
    }
    String subject = Delivery.ofLead(id);
    // An attempt whose answer was lost may have told it too.
    Set<String> told =
        deliveries.about(subject).stream()
            .filter(delivery -> delivery.event() == NoticeEvent.LEAD_CREATED)
            .filter(delivery -> delivery.attempts() > 0)
            .map(Delivery::channel)
            .collect(Collectors.toSet());
    planForAll(
        NoticeEvent.LEAD_ERASED,
        subject,
        at,
        channels.all().stream().filter(channel -> told.contains(channel.name())).toList());
    deliveries.markPlanned(eventId, clock.instant());
  }

  /** Plans who is told that somebody has to approve a testimonial. */
  void testimonialPending(String id, Instant at) {
    String eventId = NoticeEvent.TESTIMONIAL_PENDING.eventId(id);
    if (deliveries.isPlanned(eventId)) {
      return;
    }
    if (at.isAfter(clock.instant().minus(maxAge))) {
      planForAll(NoticeEvent.TESTIMONIAL_PENDING, Delivery.ofTestimonial(id), at, channels.all());
    }
    deliveries.markPlanned(eventId, clock.instant());
  }

  private void planForAll(NoticeEvent event, String subject, Instant at, List<Channel> to) {
    to.stream()
        .filter(channel -> channel.events().contains(event))
        .forEach(
            channel ->
                channel
                    .recipients()
                    .forEach(recipient -> plan(planned(event, subject, channel, recipient, at))));
  }

  private Delivery planned(
      NoticeEvent event, String subject, Channel channel, String recipient, Instant at) {
    Instant now = clock.instant();
    Instant due = channel.quiet().flatMap(quiet -> quiet.endAfter(now)).orElse(now);
    return Delivery.planned(event, subject, channel, recipient, at, now, due);
  }

  /** A nudge that is lost delays a notice by a minute, until the next sweep. */
  private void plan(Delivery delivery) {
    deliveries.plan(delivery);
    try {
      nudges.nudge(delivery, clock.instant());
    } catch (UnavailableException e) {
      log.failure("nudge", e);
    }
  }

  boolean isPlanned(String leadId) {
    return deliveries.isPlanned(NoticeEvent.LEAD_CREATED.eventId(leadId));
  }
}
