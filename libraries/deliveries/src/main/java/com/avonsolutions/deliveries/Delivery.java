package com.avonsolutions.deliveries;

import com.avonsolutions.text.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One event for one receiver. It holds no personal data: the subject is an id, and the recipient a
 * hash.
 *
 * @param id the same for the same event, receiver and round, so that nothing is planned twice. It
 *     is the id that a webhook's receiver deduplicates by
 * @param subject what the event is about, e.g. {@code lead#01a2042a-…}
 * @param channel the channel's name
 * @param recipient tells the addresses of one channel apart; {@code -} where there is one only
 * @param round 0, and one more each time that staff send it again as something new
 * @param nextAttemptAt when it is due; empty unless the state is live
 * @param eventAt when the event happened
 * @param providerId how the other side calls the message
 * @param reason why it was cancelled, skipped or held; a code
 */
public record Delivery(
    String id,
    NoticeEvent event,
    String subject,
    String channel,
    ChannelKind kind,
    String recipient,
    int round,
    DeliveryState state,
    int attempts,
    Optional<Instant> nextAttemptAt,
    Instant plannedAt,
    Instant eventAt,
    Optional<Instant> deliveredAt,
    Optional<String> providerId,
    Optional<String> reason,
    List<Attempt> log) {
  public static final String ID_PREFIX = "dlv_";

  /** The recipient of a channel that has one only. */
  public static final String ONLY = "-";

  private static final String LEAD = "lead#";
  private static final String TESTIMONIAL = "testimonial#";
  private static final int ID_DIGITS = 32;
  private static final int RECIPIENT_DIGITS = 8;

  public Delivery {
    log = List.copyOf(log);
  }

  /** A delivery that is due at a time. */
  public static Delivery planned(
      NoticeEvent event,
      String subject,
      Channel channel,
      String recipient,
      Instant eventAt,
      Instant now,
      Instant due) {
    return new Delivery(
        id(event, subject, channel.name(), recipient, 0),
        event,
        subject,
        channel.name(),
        channel.kind(),
        recipient,
        0,
        DeliveryState.PENDING,
        0,
        Optional.of(due),
        now,
        eventAt,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  private static String id(
      NoticeEvent event, String subject, String channel, String recipient, int round) {
    String parts = String.join("\0", event.code(), subject, channel, recipient, "" + round);
    return ID_PREFIX + Sha256.hex(parts).substring(0, ID_DIGITS);
  }

  /** The hash that stands for an address. */
  public static String recipient(String address) {
    return "r_" + Sha256.hex(address).substring(0, RECIPIENT_DIGITS);
  }

  /** The subject of events about a lead. */
  public static String ofLead(String leadId) {
    return LEAD + leadId;
  }

  /** The subject of events about a testimonial. */
  public static String ofTestimonial(String testimonialId) {
    return TESTIMONIAL + testimonialId;
  }

  /** The id in a subject, e.g. that of the lead. */
  public String subjectId() {
    return subject.substring(subject.indexOf('#') + 1);
  }

  /** The same as something that is not sent, so that the record says why. */
  public Delivery skipped(String why) {
    return new Delivery(
        id,
        event,
        subject,
        channel,
        kind,
        recipient,
        round,
        DeliveryState.SKIPPED,
        attempts,
        Optional.empty(),
        plannedAt,
        eventAt,
        deliveredAt,
        providerId,
        Optional.of(why),
        log);
  }

  /** The same for the receiver as something new, with another id. */
  public Delivery nextRound(Instant now) {
    int next = round + 1;
    return new Delivery(
        id(event, subject, channel, recipient, next),
        event,
        subject,
        channel,
        kind,
        recipient,
        next,
        DeliveryState.PENDING,
        0,
        Optional.of(now),
        now,
        eventAt,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }
}
