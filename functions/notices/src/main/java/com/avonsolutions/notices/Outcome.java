package com.avonsolutions.notices;

import java.time.Duration;
import java.util.Optional;

/**
 * How an attempt ended.
 *
 * @param code for the log of the delivery, without personal data: {@code OK}, {@code HTTP_503},
 *     {@code TIMEOUT}
 * @param providerId how the other side calls the message
 * @param retryAfter how long the other side asks us to wait
 */
public record Outcome(
    Kind kind, String code, Optional<String> providerId, Optional<Duration> retryAfter) {

  /** What follows. */
  public enum Kind {
    /** The other side has accepted it. */
    DELIVERED,
    /** It is tried again on the schedule, and counts as a failure of the channel. */
    RETRY,
    /** As {@link #RETRY}, and the channel rests: the other side is overloaded or limits us. */
    REST,
    /** As {@link #RETRY}, and staff are told at once: only they can mend it. */
    MISCONFIGURED,
    /** This delivery will never be accepted; the channel itself is fine. */
    REFUSED,
    /** The channel will never work again until staff change it. */
    GONE,
    /** It is not sent on purpose, e.g. because the address bounced before. */
    SKIPPED,
    /** There is nothing to tell any more. */
    CANCELLED
  }

  public static Outcome delivered(String code, Optional<String> providerId) {
    return new Outcome(Kind.DELIVERED, code, providerId, Optional.empty());
  }

  public static Outcome retry(String code) {
    return new Outcome(Kind.RETRY, code, Optional.empty(), Optional.empty());
  }

  /**
   * The other side is overloaded.
   *
   * @param after how long it asks us to wait, if it does
   */
  public static Outcome rest(String code, Optional<Duration> after) {
    return new Outcome(Kind.REST, code, Optional.empty(), after);
  }

  /** Failed, and is not to be tried again before this time. */
  public static Outcome retryAfter(String code, Duration after) {
    return new Outcome(Kind.RETRY, code, Optional.empty(), Optional.of(after));
  }

  public static Outcome misconfigured(String code) {
    return new Outcome(Kind.MISCONFIGURED, code, Optional.empty(), Optional.empty());
  }

  public static Outcome cancelled(String code) {
    return new Outcome(Kind.CANCELLED, code, Optional.empty(), Optional.empty());
  }

  public static Outcome refused(String code) {
    return new Outcome(Kind.REFUSED, code, Optional.empty(), Optional.empty());
  }

  public static Outcome gone(String code) {
    return new Outcome(Kind.GONE, code, Optional.empty(), Optional.empty());
  }

  public static Outcome skipped(String code) {
    return new Outcome(Kind.SKIPPED, code, Optional.empty(), Optional.empty());
  }
}
