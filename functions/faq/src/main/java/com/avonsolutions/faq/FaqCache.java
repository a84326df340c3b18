package com.avonsolutions.faq;

import com.avonsolutions.domain.StoreUnavailableException;
import com.avonsolutions.domain.faq.FaqEntry;
import com.avonsolutions.domain.faq.FaqStore;
import com.avonsolutions.domain.resilience.CachePolicy;
import com.avonsolutions.domain.resilience.Cached;
import com.avonsolutions.web.http.RequestLog;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The published entries, cached. A refresh reads them only if the store's version has changed. */
@Singleton
final class FaqCache {
  private static final CachePolicy POLICY = CachePolicy.freshFor(Duration.ofSeconds(30));

  private final FaqStore store;
  private final RequestLog log;
  private final Cached<FaqEdition> cached;

  // Used by refreshes alone, of which there is one at a time.
  private @Nullable FaqEdition last;
  private long version;
  private boolean settled;

  FaqCache(FaqStore store, Clock clock, RequestLog log) {
    this.store = store;
    this.log = log;
    this.cached = new Cached<>("FAQs", this::read, POLICY, clock, log);
    try {
      edition().index().prime();
    } catch (StoreUnavailableException e) {
      // The first request tries again and reports the failure.
      log.failure("start without FAQs", e);
    }
  }

  /**
   * The entries, at most 30 seconds old while the store answers.
   *
   * @throws StoreUnavailableException when the store has not answered even once
   */
  FaqEdition edition() {
    return cached.get();
  }

  /** Makes the next request refresh the entries, for a snapshot that is restored weeks later. */
  void forgetTimes() {
    cached.forgetTimes();
  }

  /**
   * Reads the entries if their version is new, and once more at the next refresh: the list of
   * published entries is updated a moment after the version.
   */
  private FaqEdition read() {
    long stored = store.version();
    FaqEdition current = last;
    if (current != null && stored == version && settled) {
      return current;
    }
    List<FaqEntry> entries = store.published();
    settled = stored == version;
    version = stored;
    if (current != null && entries.equals(current.entries())) {
      return current;
    }
    FaqEdition edition = new FaqEdition(entries);
    edition
        .index()
        .problem()
        .ifPresent(
            problem ->
                log.failure(
                    "answers by words alone: " + problem, new IllegalStateException(problem)));
    last = edition;
    return edition;
  }
}
