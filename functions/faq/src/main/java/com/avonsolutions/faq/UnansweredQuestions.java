package com.avonsolutions.faq;

import com.avonsolutions.answers.Answers;
import com.avonsolutions.domain.StoreUnavailableException;
import com.avonsolutions.domain.question.QuestionStore;
import com.avonsolutions.domain.resilience.CircuitBreaker;
import com.avonsolutions.web.http.Request;
import com.avonsolutions.web.http.RequestLog;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts questions without an answer, so that staff see what to write next. */
@Singleton
final class UnansweredQuestions {
  private static final int MAX_RECENT = 200;
  private static final Duration REPEAT_WINDOW = Duration.ofMinutes(1);
  private static final Duration BACK_OFF = Duration.ofMinutes(1);

  private final QuestionStore store;
  private final Clock clock;
  private final RequestLog log;
  private final CircuitBreaker circuit;

  private final Map<RedactedQuestion, Instant> lastCounted =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<RedactedQuestion, Instant> eldest) {
          return size() > MAX_RECENT;
        }
      };

  UnansweredQuestions(QuestionStore store, Clock clock, RequestLog log) {
    this.store = store;
    this.clock = clock;
    this.log = log;
    this.circuit = new CircuitBreaker(BACK_OFF, clock);
  }

  /**
   * Counts the question if it has no answer. A failure is logged; the visitor is answered anyway.
   */
  void count(Request request, Question question, Answers answers) {
    if (answers.answered() || request.isHead()) {
      return;
    }
    RedactedQuestion redacted = RedactedQuestion.of(question.text());
    if (redacted.isEmpty() || !circuit.isClosed() || isRepeat(redacted)) {
      return;
    }
    try {
      store.countUnanswered(redacted.text(), !answers.nearest().isEmpty());
    } catch (StoreUnavailableException e) {
      log.failure(request, e);
      circuit.open();
    }
  }

  /** Records the question; returns whether it was counted within the window already. */
  private synchronized boolean isRepeat(RedactedQuestion redacted) {
    Instant now = clock.instant();
    Instant last = lastCounted.get(redacted);
    if (last != null && now.isBefore(last.plus(REPEAT_WINDOW))) {
      return true;
    }
    // Removed first, so that it becomes the youngest entry.
    lastCounted.remove(redacted);
    lastCounted.put(redacted, now);
    return false;
  }
}
