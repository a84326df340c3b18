package com.avonsolutions.faq;

import com.avonsolutions.answers.Answers;
import com.avonsolutions.domain.StoreUnavailableException;
import com.avonsolutions.domain.question.QuestionStore;
import com.avonsolutions.web.http.Request;
import com.avonsolutions.web.http.RequestLog;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts the questions that found no answer, so that staff see what to write next. */
@Singleton
final class UnansweredQuestions {
  private static final int REMEMBERED = 200;
  private static final Duration REPEAT = Duration.ofMinutes(1);
  private static final Duration REST = Duration.ofMinutes(1);

  private final QuestionStore store;
  private final Clock clock;
  private final RequestLog log;

  private final Map<RedactedQuestion, Instant> lastCounted =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<RedactedQuestion, Instant> eldest) {
          return size() > REMEMBERED;
        }
      };
  private Instant restUntil = Instant.MIN;

  UnansweredQuestions(QuestionStore store, Clock clock, RequestLog log) {
    this.store = store;
    this.clock = clock;
    this.log = log;
  }

  /** Counts the question if nothing answers it; the answer to it never fails for that. */
  void count(Request request, Question question, Answers answers) {
    if (answers.answered() || request.isHead()) {
      return;
    }
    RedactedQuestion shape = RedactedQuestion.of(question.text());
    if (shape.isEmpty() || !isDue(shape)) {
      return;
    }
    try {
      store.countUnanswered(shape.text(), !answers.nearest().isEmpty());
    } catch (StoreUnavailableException e) {
      log.failure(request, e);
      rest();
    }
  }

  /** Notes that the question is counted now, unless it was counted just before. */
  private synchronized boolean isDue(RedactedQuestion shape) {
    Instant now = clock.instant();
    if (now.isBefore(restUntil)) {
      return false;
    }
    Instant last = lastCounted.get(shape);
    if (last != null && now.isBefore(last.plus(REPEAT))) {
      return false;
    }
    // Taken out first, so that it is the youngest again.
    lastCounted.remove(shape);
    lastCounted.put(shape, now);
    return true;
  }

  /** A store that is away slows one answer down and not all of them. */
  private synchronized void rest() {
    restUntil = clock.instant().plus(REST);
  }
}
