package com.avonsolutions.hooks.details;

import com.avonsolutions.domain.India;
import com.avonsolutions.domain.lead.Lead;
import com.avonsolutions.domain.lead.LeadState;
import com.avonsolutions.domain.lead.LeadStore;
import com.avonsolutions.domain.secret.SecretUnavailableException;
import com.avonsolutions.hooks.platform.LeadPlatform;
import com.avonsolutions.hooks.platform.PlatformException;
import com.avonsolutions.web.function.EventHandler.Outcome;
import com.avonsolutions.web.http.RequestLog;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Completes leads of which a platform sent only the id. A lead that cannot be fetched waits for the
 * next attempt; after a time limit staff get it without its details.
 */
@Singleton
@Requires(property = "details.patience.hours")
final class LeadDetails {
  private static final int MAX_LEADS = 1_000;

  /** After this many consecutive failures a platform is not called again in this invocation. */
  private static final int MAX_FAILURES = 3;

  /** The longest time that one lead takes: a call of the platform and a write. */
  private static final Duration TIME_PER_LEAD = Duration.ofSeconds(9);

  private static final String NOTE_WITHOUT_DETAILS =
      "The platform did not give us the details of this lead. Please look it up there.";

  private final LeadStore leads;
  private final List<LeadPlatform> platforms;
  private final RequestLog log;
  private final Clock clock;
  private final Duration timeLimit;

  LeadDetails(
      LeadStore leads,
      List<LeadPlatform> platforms,
      RequestLog log,
      Clock clock,
      @Value("${details.patience.hours}") int timeLimitHours) {
    this.leads = leads;
    this.platforms = platforms;
    this.log = log;
    this.clock = clock;
    this.timeLimit = Duration.ofHours(timeLimitHours);
  }

  /** Ids of the waiting leads of this month and the last, oldest first. */
  List<String> waiting() {
    YearMonth month = YearMonth.from(India.dayOf(clock.instant()));
    List<String> waiting = new ArrayList<>();
    waiting.addAll(leads.inState(LeadState.AWAITING_DETAILS, month, MAX_LEADS));
    waiting.addAll(leads.inState(LeadState.AWAITING_DETAILS, month.minusMonths(1), MAX_LEADS));
    Collections.reverse(waiting);
    return waiting;
  }

  /**
   * Fetches and completes as many leads as the time allows.
   *
   * @throws com.avonsolutions.domain.StoreUnavailableException when our own table is unavailable
   */
  Outcome fetch(List<String> ids, Duration left) {
    long deadline = System.nanoTime() + left.minus(TIME_PER_LEAD).toNanos();
    Map<String, Integer> failures = new HashMap<>();
    int done = 0;
    int failed = 0;
    for (String id : ids) {
      Optional<Lead> lead =
          leads.find(id).filter(found -> found.state() == LeadState.AWAITING_DETAILS);
      if (lead.isEmpty()) {
        continue;
      }
      boolean hasTime = System.nanoTime() < deadline;
      if (hasTime && complete(lead.get(), failures)) {
        done++;
      } else {
        failed++;
      }
    }
    return new Outcome(done, failed);
  }

  private boolean complete(Lead lead, Map<String, Integer> failures) {
    Optional<Lead> complete = fetch(lead, failures).or(() -> withoutDetails(lead));
    complete.ifPresent(leads::complete);
    return complete.isPresent();
  }

  private Optional<Lead> fetch(Lead lead, Map<String, Integer> failures) {
    String source = lead.origin().source();
    Optional<LeadPlatform> platform =
        platforms.stream().filter(one -> one.source().equals(source)).findFirst();
    if (platform.isEmpty() || failures.getOrDefault(source, 0) >= MAX_FAILURES) {
      return Optional.empty();
    }
    try {
      String providerId = lead.origin().providerId().orElseThrow();
      Lead complete = platform.get().fetch(providerId).complete(lead);
      failures.remove(source);
      return Optional.of(complete);
    } catch (PlatformException e) {
      log.failure("details of " + source, e);
      failures.merge(source, e.isRateLimited() ? MAX_FAILURES : 1, Integer::sum);
    } catch (SecretUnavailableException e) {
      log.failure("details of " + source, e);
      failures.put(source, MAX_FAILURES);
    }
    return Optional.empty();
  }

  private Optional<Lead> withoutDetails(Lead lead) {
    return lead.receivedAt().plus(timeLimit).isBefore(clock.instant())
        ? Optional.of(lead.withoutDetails(NOTE_WITHOUT_DETAILS))
        : Optional.empty();
  }
}
