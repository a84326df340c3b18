/**
 * How a function lives with a source that is slow or away: a cache that serves stale values, and a
 * circuit breaker.
 *
 * <p>Nothing here knows what is cached or called.
 */
@NullMarked
package com.avonsolutions.domain.resilience;

import org.jspecify.annotations.NullMarked;
