package com.avonsolutions.deliveries;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a channel is doing: a circuit breaker over all functions that send to it, and its end after
 * days of failures.
 *
 * @param failures in a row
 * @param spread how many failures of them are at least {@link #APART} after another
 * @param firstFailureAt of this row
 * @param spreadAt the last failure that counted for spread
 * @param restUntil no attempt before it, the breaker is open
 * @param warnedAt when staff were told that it is failing
 * @param stoppedAt when it was disabled or paused
 * @param reason why it is stopped: {@link #DISABLED}, {@link #PAUSED} or {@link #GONE}
 * @param onlyStaffCanMend whether the last failure was one of our own settings; not stored
 * @param version of the stored record; 0 if there is none
 */
public record ChannelHealth(
    int failures,
    int spread,
    Optional<Instant> firstFailureAt,
    Optional<Instant> spreadAt,
    Optional<Instant> restUntil,
    Optional<Instant> warnedAt,
    Optional<Instant> stoppedAt,
    Optional<String> reason,
    boolean onlyStaffCanMend,
    long version) {
  public static final String DISABLED = "disabled";
  public static final String PAUSED = "paused";

  /** The receiver says that the address will never work again. */
  public static final String GONE = "gone";

  public static final ChannelHealth HEALTHY =
      new ChannelHealth(
          0,
          0,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false,
          0);

  /** So many failures in a row open the breaker. */
  private static final int TOLERATED = 5;

  private static final Duration FIRST_REST = Duration.ofSeconds(30);
  private static final Duration MAX_REST = Duration.ofMinutes(15);

  /** While one function probes a resting channel, the others wait this long. */
  private static final Duration PROBE = Duration.ofSeconds(60);

  private static final Duration WARN_AFTER = Duration.ofHours(24);
  private static final Duration DISABLE_AFTER = Duration.ofDays(5);
  private static final Duration APART = Duration.ofHours(12);
  private static final int MIN_SPREAD = 3;

  /** Whether nothing is sent until staff resume it. */
  public boolean isStopped() {
    return stoppedAt.isPresent();
  }

  /** Whether the breaker is open, or one probe is on its way. */
  public boolean isResting(Instant now) {
    return restUntil.filter(now::isBefore).isPresent();
  }

  /** Whether the next attempt is the probe that closes the breaker or opens it again. */
  public boolean needsProbe() {
    return restUntil.isPresent();
  }

  /** Whether there is no failure that a success would end. */
  public boolean isUntroubled() {
    return failures == 0 && restUntil.isEmpty();
  }

  /** Whoever stores this is the one who probes. */
  public ChannelHealth probing(Instant now) {
    return with(failures, spread, spreadAt, Optional.of(now.plus(PROBE)), warnedAt);
  }

  /** After a failed attempt. */
  public ChannelHealth afterFailure(Instant now, Optional<Duration> askedRest) {
    int count = failures + 1;
    boolean isApart = spreadAt.map(last -> !now.isBefore(last.plus(APART))).orElse(true);
    Optional<Duration> rest = count < TOLERATED ? Optional.empty() : Optional.of(rest(count));
    Optional<Instant> until =
        askedRest
            .or(() -> rest)
            .map(time -> now.plus(rest.filter(own -> own.compareTo(time) > 0).orElse(time)));
    ChannelHealth failed =
        with(
            count,
            isApart ? spread + 1 : spread,
            isApart ? Optional.of(now) : spreadAt,
            until,
            warnedAt);
    return failed.isHopeless(now) ? failed.stopped(DISABLED, now) : failed;
  }

  /** Doubles with each failure after the tolerated ones. */
  private static Duration rest(int failures) {
    int doublings = Math.min(failures - TOLERATED, 10);
    Duration rest = FIRST_REST.multipliedBy(1L << doublings);
    return rest.compareTo(MAX_REST) > 0 ? MAX_REST : rest;
  }

  private boolean isHopeless(Instant now) {
    return spread >= MIN_SPREAD
        && firstFailureAt.filter(first -> !now.isBefore(first.plus(DISABLE_AFTER))).isPresent();
  }

  /** After an attempt that worked. */
  public ChannelHealth afterSuccess() {
    return new ChannelHealth(
        0,
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        stoppedAt,
        reason,
        false,
        version);
  }

  /** Whether staff should be told that it is failing, and were not. */
  public boolean needsWarning(Instant now) {
    return warnedAt.isEmpty()
        && !isStopped()
        && firstFailureAt
            .filter(first -> onlyStaffCanMend || !now.isBefore(first.plus(WARN_AFTER)))
            .isPresent();
  }

  /** Staff are told without a day's wait: the failure is in our own settings. */
  public ChannelHealth forStaff() {
    return new ChannelHealth(
        failures,
        spread,
        firstFailureAt,
        spreadAt,
        restUntil,
        warnedAt,
        stoppedAt,
        reason,
        true,
        version);
  }

  public ChannelHealth warned(Instant now) {
    return with(failures, spread, spreadAt, restUntil, Optional.of(now));
  }

  /** Stopped until staff resume it. */
  public ChannelHealth stopped(String why, Instant now) {
    return new ChannelHealth(
        failures,
        spread,
        firstFailureAt,
        spreadAt,
        restUntil,
        warnedAt,
        Optional.of(now),
        Optional.of(why),
        false,
        version);
  }

  /** As if it had never failed. */
  public ChannelHealth resumed() {
    return new ChannelHealth(
        0,
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        version);
  }

  private ChannelHealth with(
      int newFailures,
      int newSpread,
      Optional<Instant> newSpreadAt,
      Optional<Instant> newRestUntil,
      Optional<Instant> newWarnedAt) {
    return new ChannelHealth(
        newFailures,
        newSpread,
        firstFailureAt.or(() -> newFailures > 0 ? newSpreadAt : Optional.empty()),
        newSpreadAt,
        newRestUntil,
        newWarnedAt,
        stoppedAt,
        reason,
        false,
        version);
  }
}
