package com.avonsolutions.domain.resilience;

import com.avonsolutions.domain.FailureLog;
import com.avonsolutions.domain.UnavailableException;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value from a source that may be slow or away. A fresh value is served from memory. Once it is
 * stale, one caller refreshes it, and the others get the stale value meanwhile. When the refresh
 * fails, the stale value stays, and one line is logged.
 */
public final class Cached<T> {
  private final String name;
  private final Supplier<T> source;
  private final CachePolicy policy;
  private final Clock clock;
  private final FailureLog log;

  private volatile @Nullable T value;
  private volatile Instant nextRefresh = Instant.MIN;
  private Instant loadedAt = Instant.MIN;
  private @Nullable UnavailableException failure;

  /**
   * Loads nothing before the first {@link #get}.
   *
   * @param name of the value, for the log
   * @param source is asked by one thread at a time
   */
  public Cached(String name, Supplier<T> source, CachePolicy policy, Clock clock, FailureLog log) {
    this.name = name;
    this.source = source;
    this.policy = policy;
    this.clock = clock;
    this.log = log;
  }

  /** Gives a value to serve until the source has given one. */
  public Cached<T> startingWith(T initial) {
    value = initial;
    return this;
  }

  /**
   * The value, refreshed if it is due.
   *
   * @throws UnavailableException when the source is away and there is no value to serve
   */
  public T get() {
    T current = value;
    return current != null && clock.instant().isBefore(nextRefresh) ? current : refresh();
  }

  /**
   * Forgets when the value was loaded, so that the next {@link #get} refreshes it. A snapshot must
   * not hold such times: it may be restored weeks later.
   */
  public synchronized void forgetTimes() {
    nextRefresh = Instant.MIN;
    loadedAt = Instant.MIN;
    failure = null;
  }

  private synchronized T refresh() {
    Instant now = clock.instant();
    if (now.isBefore(nextRefresh)) {
      // Another thread has just refreshed it, or tried to.
      T refreshed = value;
      if (refreshed != null) {
        return refreshed;
      }
      if (failure != null) {
        throw failure;
      }
    }
    if (isTooStale(now)) {
      value = null;
    }
    T stale = value;
    // Set before the source is asked, so that other threads get the stale value and do not wait.
    nextRefresh = now.plus(policy.retry());
    try {
      T loaded = source.get();
      value = loaded;
      loadedAt = now;
      failure = null;
      nextRefresh = now.plus(policy.fresh());
      return loaded;
    } catch (UnavailableException e) {
      if (stale == null) {
        failure = policy.cachesFailures() ? e : null;
        throw e;
      }
      log.failure(name + " not refreshed", e);
      return stale;
    }
  }

  private boolean isTooStale(Instant now) {
    return policy.stale().filter(limit -> !now.isBefore(loadedAt.plus(limit))).isPresent();
  }
}
