package com.avonsolutions.faq;

import com.avonsolutions.domain.StoreUnavailableException;
import com.avonsolutions.domain.faq.FaqEntry;
import com.avonsolutions.domain.faq.FaqStore;
import com.avonsolutions.web.http.RequestLog;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds the published entries in memory and renews them when the store's version has changed.
 * Whoever has entries keeps serving them while the store is away.
 */
@Singleton
final class FaqCache {
  private static final Duration BETWEEN_CHECKS = Duration.ofSeconds(30);

  private final FaqStore store;
  private final Clock clock;
  private final RequestLog log;

  private volatile @Nullable FaqEdition published;
  private volatile Instant nextCheck = Instant.MIN;
  private long version;
  private boolean settled;

  FaqCache(FaqStore store, Clock clock, RequestLog log) {
    this.store = store;
    this.clock = clock;
    this.log = log;
    try {
      renew().index().prime();
    } catch (StoreUnavailableException e) {
      // The function starts without entries; the first request asks again and is told.
      log.failure("start without FAQs", e);
    }
  }

  /**
   * The entries of at most half a minute ago.
   *
   * @throws StoreUnavailableException when there are none yet and the store gives none
   */
  FaqEdition edition() {
    FaqEdition current = published;
    if (current == null || !clock.instant().isBefore(nextCheck)) {
      return renew();
    }
    return current;
  }

  /** Asks the store before the entries are used again, however short ago that was done. */
  void checkNext() {
    nextCheck = Instant.MIN;
  }

  private synchronized FaqEdition renew() {
    FaqEdition current = published;
    if (current != null && clock.instant().isBefore(nextCheck)) {
      return current;
    }
    // Set before the store is asked: while it is away, one request in half a minute waits for it.
    nextCheck = clock.instant().plus(BETWEEN_CHECKS);
    try {
      return upToDate(current);
    } catch (StoreUnavailableException e) {
      if (current == null) {
        throw e;
      }
      log.failure("FAQs not renewed", e);
      return current;
    }
  }

  /**
   * Reads the entries when their version is new, and once more at the next check: the list of
   * published entries follows a change a moment later than the version does.
   */
  private FaqEdition upToDate(@Nullable FaqEdition current) {
    long stored = store.version();
    if (current != null && stored == version && settled) {
      return current;
    }
    List<FaqEntry> entries = store.published();
    settled = stored == version;
    version = stored;
    if (current != null && entries.equals(current.entries())) {
      return current;
    }
    FaqEdition renewed = new FaqEdition(entries);
    renewed
        .index()
        .problem()
        .ifPresent(
            problem ->
                log.failure(
                    "answers by words alone: " + problem, new IllegalStateException(problem)));
    published = renewed;
    return renewed;
  }
}
