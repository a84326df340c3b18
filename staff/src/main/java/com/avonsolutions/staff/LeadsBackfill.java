package com.avonsolutions.staff;

import com.avonsolutions.domain.StoreUnavailableException;
import com.avonsolutions.domain.lead.Lead;
import com.avonsolutions.domain.lead.LeadState;
import com.avonsolutions.domain.lead.LeadStore;
import com.avonsolutions.domain.submission.SubmissionIdentity;
import com.avonsolutions.hooks.meta.MetaGraph;
import com.avonsolutions.hooks.meta.MetaLeadList;
import com.avonsolutions.hooks.platform.PlatformException;
import com.avonsolutions.hooks.platform.PlatformIntake;
import com.avonsolutions.hooks.platform.PlatformLead;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Walks a form's leads at Meta and keeps those that are not here. A lead is looked for under the
 * identity that its webhook has, so that none comes twice, and none comes back that was erased.
 */
final class LeadsBackfill {
  /** Meta counts by the hour; after about an hour without luck somebody has to look. */
  private static final Duration FIRST_WAIT = Duration.ofMinutes(1);

  private static final Duration LONGEST_WAIT = Duration.ofMinutes(32);
  private static final int MOST_FAILURES = 3;

  private final MetaGraph meta;
  private final LeadStore leads;
  private final PlatformIntake intake;
  private final boolean dryRun;
  private final Consumer<Duration> sleep;

  private int added;
  private int completed;
  private int known;

  /**
   * Makes one walk.
   *
   * @param dryRun whether to say only what would be done
   * @param sleep waits
   */
  LeadsBackfill(
      MetaGraph meta,
      LeadStore leads,
      PlatformIntake intake,
      boolean dryRun,
      Consumer<Duration> sleep) {
    this.meta = meta;
    this.leads = leads;
    this.intake = intake;
    this.dryRun = dryRun;
    this.sleep = sleep;
  }

  /**
   * Walks.
   *
   * @param since leads before it are left out
   * @param after where an earlier walk stopped
   * @throws UserError when Meta or the table does not answer, with where to go on
   */
  void walk(String formId, Optional<Instant> since, Optional<String> after) {
    Optional<String> cursor = after;
    try {
      while (true) {
        MetaLeadList page = page(formId, since, cursor);
        page.leads().forEach(this::keep);
        System.out.println(progress());
        if (page.next().isEmpty()) {
          return;
        }
        cursor = page.next();
        System.out.println("  next: --after " + cursor.get());
      }
    } catch (PlatformException | StoreUnavailableException e) {
      String reason =
          e instanceof PlatformException ? e.getMessage() : "The table of leads did not answer";
      throw new UserError(
          "Stopped. %s. Nothing is lost; the same command goes on%s."
              .formatted(reason, cursor.map(c -> ", from here with --after " + c).orElse("")),
          e);
    }
  }

  private String progress() {
    return dryRun
        ? "%d would be added, %d completed; %d are here already; nothing is changed"
            .formatted(added, completed, known)
        : "%d added, %d completed; %d were here already".formatted(added, completed, known);
  }

  /** One page, however often Meta has to be asked. */
  private MetaLeadList page(String formId, Optional<Instant> since, Optional<String> cursor) {
    Duration wait = FIRST_WAIT;
    for (int failures = 0; ; ) {
      try {
        return meta.list(formId, since, cursor);
      } catch (PlatformException e) {
        if (e.isRateLimited()) {
          if (wait.compareTo(LONGEST_WAIT) > 0) {
            throw e;
          }
          System.out.println("Meta wants us to ask less; waiting " + wait.toMinutes() + " min");
          sleep.accept(wait);
          wait = wait.multipliedBy(2);
        } else {
          failures++;
          if (e.isRefusal() || failures == MOST_FAILURES) {
            throw e;
          }
          sleep.accept(Duration.ofSeconds(failures));
        }
      }
    }
  }

  private void keep(PlatformLead theirs) {
    Optional<String> id =
        leads.storedId(SubmissionIdentity.ofProvider(theirs.source(), theirs.id()));
    if (id.isEmpty()) {
      added++;
      if (dryRun) {
        say("would add", theirs);
      } else {
        intake.accept(theirs.state(), theirs.answers(), theirs.origin(), theirs.touch());
      }
      return;
    }
    Optional<Lead> named =
        leads.find(id.get()).filter(lead -> lead.state() == LeadState.AWAITING_DETAILS);
    if (named.isEmpty()) {
      known++;
    } else if (dryRun) {
      completed++;
      say("would complete", theirs);
    } else if (leads.complete(theirs.complete(named.get()))) {
      completed++;
    } else {
      known++;
    }
  }

  private static void say(String what, PlatformLead theirs) {
    System.out.printf(
        "  %s %s of %s%n",
        what, theirs.id(), theirs.submittedAt().map(IndianTime::text).orElse("unknown time"));
  }
}
