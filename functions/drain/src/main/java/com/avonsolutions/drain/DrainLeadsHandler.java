package com.avonsolutions.drain;

import com.avonsolutions.domain.FailureLog;
import com.avonsolutions.domain.StoreUnavailableException;
import com.avonsolutions.domain.consent.ConsentMethod;
import com.avonsolutions.domain.lead.LeadStore;
import com.avonsolutions.domain.lead.SpillQueue;
import com.avonsolutions.domain.lead.SpilledLead;
import com.avonsolutions.domain.lead.UnreadableLeadException;
import com.avonsolutions.domain.submission.Receipt;
import com.avonsolutions.domain.submission.SubmissionConflictException;
import com.avonsolutions.web.function.QueueHandler;
import com.avonsolutions.web.function.QueueMessage;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;

/**
 * Stores the leads that wait in the queue, with their original id and identity, so that a lead
 * which is already stored counts as a repeat.
 */
public final class DrainLeadsHandler extends QueueHandler {
  private static final Duration INITIAL_BACK_OFF = Duration.ofSeconds(30);
  private static final Duration MAX_BACK_OFF = Duration.ofMinutes(15);

  @Inject LeadStore leads;
  @Inject SpillQueue queue;
  @Inject FailureLog log;

  /** Starts in Lambda. */
  public DrainLeadsHandler() {
    this(System.getenv());
  }

  /** Starts with singletons that replace the beans of their type, e.g. a fixed clock. */
  public DrainLeadsHandler(Map<String, String> environment, Object... singletons) {
    super(environment, singletons);
  }

  @Override
  protected void handle(QueueMessage message) {
    try {
      SpilledLead spilled = queue.read(message.body());
      Receipt receipt = leads.store(spilled.lead(), spilled.identity());
      // Of other words without a hash, the function that queued the lead has told.
      if (spilled.lead().consent().method() == ConsentMethod.UNKNOWN) {
        spilled.lead().consent().logUnknownWords(receipt, log);
      }
    } catch (SubmissionConflictException e) {
      // The store has quarantined it, and no sender waits for an answer.
    } catch (UnreadableLeadException e) {
      // Retries are pointless: use them up at once, so that it goes to the dead-letter queue.
      retryAfter(message, Duration.ZERO, e);
      throw e;
    } catch (StoreUnavailableException e) {
      retryAfter(message, backOffAfter(message.deliveries()), e);
      throw e;
    }
  }

  /** Exponential back-off: 30 s after the first delivery, doubling up to 15 minutes. */
  static Duration backOffAfter(int deliveries) {
    int doublings = Math.min(deliveries - 1, 5);
    Duration backOff = INITIAL_BACK_OFF.multipliedBy(1L << doublings);
    return backOff.compareTo(MAX_BACK_OFF) < 0 ? backOff : MAX_BACK_OFF;
  }

  private void retryAfter(QueueMessage message, Duration delay, RuntimeException failure) {
    try {
      queue.retryAfter(message.receiptHandle(), delay);
    } catch (StoreUnavailableException e) {
      // The message is delivered again after the queue's visibility timeout.
      failure.addSuppressed(e);
    }
  }
}
