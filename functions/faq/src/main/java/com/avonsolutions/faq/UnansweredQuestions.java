package com.avonsolutions.faq;

import com.avonsolutions.domain.StoreUnavailableException;
import com.avonsolutions.domain.question.QuestionStore;
import com.avonsolutions.web.Request;
import com.avonsolutions.web.RequestLog;
import com.avonsolutions.web.form.PlainText;
import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Counts the questions that found no answer, so that staff see what to write next. A question that
 * may tell who asked it is not counted.
 */
@Singleton
final class UnansweredQuestions {
  private static final int LONGEST = 120;
  private static final int REMEMBERED = 200;
  private static final Duration REPEAT = Duration.ofMinutes(1);
  private static final Duration REST = Duration.ofMinutes(1);

  private static final Pattern ADDRESS =
      Pattern.compile("@|://|\\bwww\\.|\\b[\\w-]+\\.(com|in|org|net|co|io|biz|info)\\b");
  private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\s\\p{Pd}.()]");
  private static final Pattern NUMBER = Pattern.compile("\\p{Nd}{5}");

  private final QuestionStore store;
  private final Clock clock;
  private final RequestLog log;

  private final Map<String, Instant> lastCounted =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > REMEMBERED;
        }
      };
  private Instant restUntil = Instant.MIN;

  UnansweredQuestions(QuestionStore store, Clock clock, RequestLog log) {
    this.store = store;
    this.clock = clock;
    this.log = log;
  }

  /** Counts the question as far as possible; the answer to it never fails for that. */
  void count(Request request, Question question) {
    String normalized = normalized(question);
    if (isPersonal(normalized) || !isDue(normalized)) {
      return;
    }
    try {
      store.countUnanswered(PlainText.cut(normalized, LONGEST).strip());
    } catch (StoreUnavailableException e) {
      log.failure(request, e);
      rest();
    }
  }

  private static String normalized(Question question) {
    return Normalizer.normalize(question.text(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  private static boolean isPersonal(String text) {
    return ADDRESS.matcher(text).find()
        || NUMBER.matcher(BETWEEN_DIGITS.matcher(text).replaceAll("")).find();
  }

  /** Notes that the question is counted now, unless it was counted just before. */
  private synchronized boolean isDue(String text) {
    Instant now = clock.instant();
    if (now.isBefore(restUntil)) {
      return false;
    }
    Instant last = lastCounted.get(text);
    if (last != null && now.isBefore(last.plus(REPEAT))) {
      return false;
    }
    // Taken out first, so that it is the youngest again.
    lastCounted.remove(text);
    lastCounted.put(text, now);
    return true;
  }

  /** A store that is away slows one answer down and not all of them. */
  private synchronized void rest() {
    restUntil = clock.instant().plus(REST);
  }
}
