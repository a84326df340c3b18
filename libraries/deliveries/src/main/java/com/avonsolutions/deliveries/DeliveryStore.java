package com.avonsolutions.deliveries;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Keeps deliveries. This is the truth about them; queues only carry nudges. Every method throws
 * {@link com.avonsolutions.domain.StoreUnavailableException} when the store does not answer in
 * time.
 */
public interface DeliveryStore {

  /** Whether all deliveries of this event were stored, or deliberately none. */
  boolean isPlanned(String eventId);

  /**
   * Stores a delivery, unless there is one with its id.
   *
   * @return whether it is new
   */
  boolean plan(Delivery delivery);

  /**
   * Notes that the event is planned. Comes last, so that a crash before it repeats the planning.
   */
  void markPlanned(String eventId, Instant at);

  Optional<Delivery> find(String id);

  /**
   * Takes a delivery that is due, so that nobody else sends it until the lease ends. Counts as an
   * attempt.
   *
   * @return empty if it is not due, taken by somebody else, or done
   */
  Optional<Delivery> claim(String id, Instant now, Duration lease);

  /**
   * Ends an attempt.
   *
   * @param claimed as {@link #claim} returned it
   * @param result its state, next attempt, provider's id and reason are stored
   * @return false if the lease had ended and somebody else has it now; nothing is stored then
   */
  boolean finish(Delivery claimed, Result result, Attempt attempt);

  /**
   * How an attempt ended.
   *
   * @param nextAttemptAt only for {@link DeliveryState#RETRY}
   */
  record Result(
      DeliveryState state,
      Optional<Instant> nextAttemptAt,
      Optional<String> providerId,
      Optional<String> reason) {

    public static Result delivered(Optional<String> providerId) {
      return new Result(DeliveryState.DELIVERED, Optional.empty(), providerId, Optional.empty());
    }

    public static Result retry(Instant at) {
      return new Result(DeliveryState.RETRY, Optional.of(at), Optional.empty(), Optional.empty());
    }

    public static Result ended(DeliveryState state, String reason) {
      return new Result(state, Optional.empty(), Optional.empty(), Optional.of(reason));
    }
  }

  /**
   * Puts a live delivery off, without an attempt.
   *
   * @return whether it was live, and nobody was sending it
   */
  boolean postpone(String id, Instant until, Instant now);

  /**
   * Ends a delivery that is not being sent, or holds it.
   *
   * @return whether it was live, and nobody was sending it
   */
  boolean end(String id, DeliveryState state, String reason, Instant now);

  /**
   * Notes what the other side reported later, whatever the state was: a mail that was accepted may
   * still bounce, and a mail whose answer was lost may have arrived. Reports come in any order, so
   * a bounce stays.
   *
   * @return false when there is no such delivery, or it has bounced
   */
  boolean report(String id, DeliveryState state, Attempt report);

  /**
   * Makes a delivery due again, with all its attempts before it.
   *
   * @return false when there is no such delivery or it is being sent
   */
  boolean replay(String id, Instant now);

  /** The live deliveries that are due by this time, the longest due first, at most so many. */
  List<Due> due(Instant by, int limit);

  /** A live delivery, as far as a nudge needs it, and when it is due. */
  record Due(String id, ChannelKind kind, String channel, Instant at) {}

  /** All deliveries about a subject. */
  List<Delivery> about(String subject);

  /** Ids of the deliveries of a channel that were planned on a day in India's time. */
  List<String> ofChannel(String channel, LocalDate day);

  /** How a channel is doing; healthy if nothing is known. */
  ChannelHealth health(String channel);

  /**
   * Replaces what is known of a channel.
   *
   * @return false if somebody else has changed it since it was read
   */
  boolean update(String channel, ChannelHealth before, ChannelHealth after);
}
