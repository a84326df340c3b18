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
import java.util.function.Function;

/**
 * Fetches a form's leads from Meta page by page and stores those that are missing. A lead has the
 * same identity here as in its webhook, so none is stored twice, and an erased one stays erased.
 */
final class LeadsBackfill {
  /** Meta's rate limits are hourly. The waits double, and end after about an hour. */
  private static final Duration FIRST_BACK_OFF = Duration.ofMinutes(1);

  private static final Duration MAX_BACK_OFF = Duration.ofMinutes(32);
  private static final int MAX_ATTEMPTS = 3;

  private final MetaGraph meta;
  private final LeadStore leads;
  private final PlatformIntake intake;
  private final Session session;
  private final boolean dryRun;
  private final Function<StoreUnavailableException, String> explanation;

  private int added;
  private int completed;
  private int known;

  /**
   * Makes one run.
   *
   * @param dryRun whether to print what would be stored and store nothing
   * @param explanation says in a sentence why the table is not available
   */
  LeadsBackfill(
      Stores stores,
      Session session,
      boolean dryRun,
      Function<StoreUnavailableException, String> explanation) {
    this.meta = stores.meta();
    this.leads = stores.leads();
    this.intake = stores.platformIntake();
    this.session = session;
    this.dryRun = dryRun;
    this.explanation = explanation;
  }

  /**
   * Fetches all pages.
   *
   * @param since leads from before are left out
   * @param after the cursor where an earlier run stopped
   * @throws UserError when Meta or the table does not answer; names the cursor to resume from
   */
  void run(String formId, Optional<Instant> since, Optional<String> after) {
    Optional<String> cursor = after;
    try {
      while (true) {
        MetaLeadList page = page(formId, since, cursor);
        page.leads().forEach(this::store);
        session.out().println(progress());
        if (page.next().isEmpty()) {
          return;
        }
        cursor = page.next();
        session.out().println("  next: --after " + cursor.get());
      }
    } catch (PlatformException e) {
      String advice =
          e.isRefusal() && !e.isRateLimited()
              ? " Check META_ACCESS_TOKEN and the id of the form."
              : "";
      throw stopped(e.getMessage() + "." + advice, cursor, e);
    } catch (StoreUnavailableException e) {
      throw stopped(explanation.apply(e), cursor, e);
    }
  }

  private static UserError stopped(String reason, Optional<String> cursor, Exception cause) {
    return new UserError(
        "Stopped. %s Nothing is lost: run it again%s."
            .formatted(reason, cursor.map(c -> " with --after " + c).orElse("")),
        cause);
  }

  private String progress() {
    return dryRun
        ? "%d would be added, %d completed; %d are here already; nothing is changed"
            .formatted(added, completed, known)
        : "%d added, %d completed; %d were here already".formatted(added, completed, known);
  }

  /** Fetches one page, with retries. */
  private MetaLeadList page(String formId, Optional<Instant> since, Optional<String> cursor) {
    Duration backOff = FIRST_BACK_OFF;
    for (int attempts = 0; ; ) {
      try {
        return meta.list(formId, since, cursor);
      } catch (PlatformException e) {
        if (e.isRateLimited()) {
          if (backOff.compareTo(MAX_BACK_OFF) > 0) {
            throw e;
          }
          session.out().println("Rate limit at Meta: waiting " + backOff.toMinutes() + " min");
          session.sleep().accept(backOff);
          backOff = backOff.multipliedBy(2);
        } else {
          attempts++;
          if (e.isRefusal() || attempts == MAX_ATTEMPTS) {
            throw e;
          }
          session.sleep().accept(Duration.ofSeconds(attempts));
        }
      }
    }
  }

  private void store(PlatformLead lead) {
    Optional<String> id = leads.storedId(SubmissionIdentity.ofProvider(lead.source(), lead.id()));
    if (id.isEmpty()) {
      added++;
      if (dryRun) {
        print("would add", lead);
      } else {
        intake.accept(lead.state(), lead.answers(), lead.origin(), lead.touch());
      }
      return;
    }
    Optional<Lead> incomplete =
        leads.find(id.get()).filter(stored -> stored.state() == LeadState.AWAITING_DETAILS);
    if (incomplete.isEmpty()) {
      known++;
    } else if (dryRun) {
      completed++;
      print("would complete", lead);
    } else if (leads.complete(lead.complete(incomplete.get()))) {
      completed++;
    } else {
      known++;
    }
  }

  private void print(String what, PlatformLead lead) {
    session
        .out()
        .printf(
            "  %s %s of %s%n",
            what, lead.id(), lead.submittedAt().map(IndiaTime::text).orElse("unknown time"));
  }
}
