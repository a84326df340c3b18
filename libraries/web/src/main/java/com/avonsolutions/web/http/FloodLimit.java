package com.avonsolutions.web.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often one client's network may do something within ten minutes. It counts in this instance
 * alone: a client gets as many times the limit as there are instances that answer it.
 */
public final class FloodLimit {
  private static final Duration WINDOW = Duration.ofMinutes(10);

  /** Each takes some 100 bytes. */
  private static final int MAX_NETWORKS = 5_000;

  private final int limit;
  private final Clock clock;
  private final Map<String, Integer> counts = new LinkedHashMap<>(16, 0.75f, true);
  private Instant end = Instant.MIN;

  public FloodLimit(int limit, Clock clock) {
    this.limit = limit;
    this.clock = clock;
  }

  /**
   * Counts a request. Requests without a known address are not limited.
   *
   * @throws HttpException 429 when its network has reached the limit
   */
  public synchronized void count(Request request) {
    Instant now = clock.instant();
    if (!now.isBefore(end)) {
      counts.clear();
      end = now.plus(WINDOW);
    }
    if (request.clientAddress().isEmpty()) {
      return;
    }
    int count = counts.merge(ClientNetwork.of(request.clientAddress()), 1, Integer::sum);
    if (counts.size() > MAX_NETWORKS) {
      Iterator<String> leastRecentlyUsed = counts.keySet().iterator();
      leastRecentlyUsed.next();
      leastRecentlyUsed.remove();
    }
    if (count > limit) {
      throw HttpException.tooManyRequests(
          Duration.between(now, end),
          "Too much came from your network. Please try again in a few minutes.");
    }
  }
}
