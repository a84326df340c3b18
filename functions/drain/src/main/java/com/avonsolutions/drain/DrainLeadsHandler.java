package com.avonsolutions.drain;

import com.avonsolutions.domain.StoreUnavailableException;
import com.avonsolutions.domain.lead.LeadStore;
import com.avonsolutions.domain.lead.SpillQueue;
import com.avonsolutions.domain.lead.SpilledLead;
import com.avonsolutions.domain.lead.UnreadableLeadException;
import com.avonsolutions.domain.submission.SubmissionConflictException;
import com.avonsolutions.web.function.QueueHandler;
import com.avonsolutions.web.function.QueueMessage;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;

/**
 * Stores the leads that wait in the queue, under the id and the identity that they came in with, so
 * that one which is stored already is a repeat.
 */
public final class DrainLeadsHandler extends QueueHandler {
  private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

  @Inject LeadStore leads;
  @Inject SpillQueue queue;

  /** Starts in Lambda. */
  public DrainLeadsHandler() {
    this(System.getenv());
  }

  /** Starts with singletons in place of the beans of their type, e.g. a fixed clock. */
  public DrainLeadsHandler(Map<String, String> environment, Object... singletons) {
    super(environment, singletons);
  }

  @Override
  protected void handle(QueueMessage message) {
    try {
      SpilledLead spilled = queue.read(message.body());
      leads.store(spilled.lead(), spilled.identity());
    } catch (SubmissionConflictException e) {
      // It is kept, quarantined; nobody waits for an answer any more.
    } catch (UnreadableLeadException e) {
      // No waiting makes it a lead: it uses up its deliveries at once and goes to the dead letters.
      retryAfter(message, Duration.ZERO, e);
      throw e;
    } catch (StoreUnavailableException e) {
      retryAfter(message, waitAfter(message.deliveries()), e);
      throw e;
    }
  }

  /**
   * Half a minute after the first delivery, twice as long after each, up to a quarter of an hour.
   */
  static Duration waitAfter(int deliveries) {
    int doublings = Math.min(deliveries - 1, 5);
    Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
    return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
  }

  private void retryAfter(QueueMessage message, Duration after, RuntimeException reason) {
    try {
      queue.retryAfter(message.receiptHandle(), after);
    } catch (StoreUnavailableException e) {
      // Then it comes again after the queue's own time.
      reason.addSuppressed(e);
    }
  }
}
