package com.avonsolutions.domain.resilience;

import java.time.Duration;
import java.util.Optional;

/**
 * When a {@link Cached} value is refreshed, and what happens when a refresh fails.
 *
 * @param fresh how long a loaded value is served without asking the source
 * @param stale how long after its load a value is served while the source is away; empty means
 *     without limit
 * @param retry how long after a failed refresh the source is left alone
 * @param cachesFailures whether a failure is cached too, for {@code retry}. Without it, every call
 *     asks the source as long as there is no value.
 */
public record CachePolicy(
    Duration fresh, Optional<Duration> stale, Duration retry, boolean cachesFailures) {

  /** Stale values are served without limit, and a failed refresh is retried after the same time. */
  public static CachePolicy freshFor(Duration fresh) {
    return new CachePolicy(fresh, Optional.empty(), fresh, false);
  }

  public CachePolicy staleFor(Duration limit) {
    return new CachePolicy(fresh, Optional.of(limit), retry, cachesFailures);
  }

  public CachePolicy retryAfter(Duration backOff) {
    return new CachePolicy(fresh, stale, backOff, cachesFailures);
  }

  public CachePolicy cachingFailures() {
    return new CachePolicy(fresh, stale, retry, true);
  }
}
