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
 * Completes leads that a platform has only named. One that cannot be fetched stays as it is and is
 * asked for again; when that has gone on for too long, staff get it without its details.
 */
@Singleton
@Requires(property = "details.patience.hours")
final class LeadDetails {
  private static final int MOST = 1_000;

  /** After so many failures in a row a platform is left alone until next time. */
  private static final int ENOUGH = 3;

  /** What one more lead may need: an answer of the platform, and a write. */
  private static final Duration FOR_ONE = Duration.ofSeconds(9);

  private static final String GIVEN_UP =
      "The platform did not give us the details of this lead. Please look it up there.";

  private final LeadStore leads;
  private final List<LeadPlatform> platforms;
  private final RequestLog log;
  private final Clock clock;
  private final Duration patience;

  LeadDetails(
      LeadStore leads,
      List<LeadPlatform> platforms,
      RequestLog log,
      Clock clock,
      @Value("${details.patience.hours}") int patienceHours) {
    this.leads = leads;
    this.platforms = platforms;
    this.log = log;
    this.clock = clock;
    this.patience = Duration.ofHours(patienceHours);
  }

  /** Ids of the leads that wait, the oldest first. */
  List<String> waiting() {
    YearMonth month = YearMonth.from(India.dayOf(clock.instant()));
    List<String> waiting = new ArrayList<>();
    waiting.addAll(leads.inState(LeadState.AWAITING_DETAILS, month, MOST));
    waiting.addAll(leads.inState(LeadState.AWAITING_DETAILS, month.minusMonths(1), MOST));
    Collections.reverse(waiting);
    return waiting;
  }

  /**
   * Fetches and completes leads, as many as there is time for.
   *
   * @throws com.avonsolutions.domain.StoreUnavailableException when our own table does not answer
   */
  Outcome fetch(List<String> ids, Duration left) {
    long deadline = System.nanoTime() + left.minus(FOR_ONE).toNanos();
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
    Optional<Lead> complete = fetch(lead, failures).or(() -> givenUp(lead));
    complete.ifPresent(leads::complete);
    return complete.isPresent();
  }

  private Optional<Lead> fetch(Lead lead, Map<String, Integer> failures) {
    String source = lead.origin().source();
    Optional<LeadPlatform> platform =
        platforms.stream().filter(one -> one.source().equals(source)).findFirst();
    if (platform.isEmpty() || failures.getOrDefault(source, 0) >= ENOUGH) {
      return Optional.empty();
    }
    try {
      String providerId = lead.origin().providerId().orElseThrow();
      Lead complete = platform.get().fetch(providerId).complete(lead);
      failures.remove(source);
      return Optional.of(complete);
    } catch (PlatformException e) {
      log.failure("details of " + source + ": " + e.getMessage(), e);
      failures.merge(source, e.isRateLimited() ? ENOUGH : 1, Integer::sum);
    } catch (SecretUnavailableException e) {
      log.failure("details of " + source, e);
      failures.put(source, ENOUGH);
    }
    return Optional.empty();
  }

  private Optional<Lead> givenUp(Lead lead) {
    return lead.receivedAt().plus(patience).isBefore(clock.instant())
        ? Optional.of(lead.withoutDetails(GIVEN_UP))
        : Optional.empty();
  }
}
