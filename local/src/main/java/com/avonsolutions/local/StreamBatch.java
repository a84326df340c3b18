package com.avonsolutions.local;

import com.avonsolutions.sandbox.template.SamTemplate.StreamSource;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Delivers the records of one batch as Lambda's event source mapping does: retries what failed,
 * alone where the function names it, halves a batch that fails as a whole, and in the end puts
 * aside what nobody could handle.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html">Retries
 *     of DynamoDB streams</a>
 */
final class StreamBatch {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration MAX_PAUSE = Duration.ofSeconds(5);

  private final StreamSource source;
  private final Function function;
  private final BiConsumer<Reason, List<Map<String, Object>>> aside;
  private final Pause pause;
  private final Clock clock;

  /** Why records are put aside. */
  enum Reason {
    RetryAttemptsExhausted,
    RecordAgeExceeded
  }

  /** What the function does with records; an exception is its failure. */
  @FunctionalInterface
  interface Function {
    byte[] handle(List<Map<String, Object>> records) throws Exception;
  }

  /** Waits between attempts. */
  @FunctionalInterface
  interface Pause {
    void sleep(Duration time) throws InterruptedException;
  }

  /**
   * Creates deliveries to one function.
   *
   * @param aside gets what is given up
   */
  StreamBatch(
      StreamSource source,
      Function function,
      BiConsumer<Reason, List<Map<String, Object>>> aside,
      Pause pause,
      Clock clock) {
    this.source = source;
    this.function = function;
    this.aside = aside;
    this.pause = pause;
    this.clock = clock;
  }

  /** Delivers all records; returns when each is handled or put aside. */
  void deliver(List<Map<String, Object>> records) throws InterruptedException {
    List<Map<String, Object>> left = records;
    Duration wait = FIRST_PAUSE;
    for (int attempt = 0; !left.isEmpty(); attempt++) {
      int done = attempt(left);
      if (done == 0 && source.bisects() && left.size() > 1) {
        int half = left.size() / 2;
        deliver(left.subList(0, half));
        deliver(left.subList(half, left.size()));
        return;
      }
      left = left.subList(done, left.size());
      if (left.isEmpty()) {
        return;
      }
      Optional<Reason> end = end(left, attempt);
      if (end.isPresent()) {
        aside.accept(end.get(), left);
        return;
      }
      pause.sleep(wait);
      wait = wait.multipliedBy(2).compareTo(MAX_PAUSE) < 0 ? wait.multipliedBy(2) : MAX_PAUSE;
    }
  }

  private Optional<Reason> end(List<Map<String, Object>> records, int retries) {
    if (source.maxRetries().isPresent() && retries >= source.maxRetries().getAsInt()) {
      return Optional.of(Reason.RetryAttemptsExhausted);
    }
    Instant oldest = clock.instant().minus(source.maxAge().orElse(Duration.ofDays(1)));
    return createdAt(records.get(0)).isBefore(oldest)
        ? Optional.of(Reason.RecordAgeExceeded)
        : Optional.empty();
  }

  /** How many records from the start are done. */
  private int attempt(List<Map<String, Object>> records) throws InterruptedException {
    try {
      byte[] response = function.handle(records);
      return source.reportsFailures() ? done(records, response) : records.size();
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      return 0; // LocalFunction has printed it.
    }
  }

  /** Up to the first that the function names; everything from there on comes again. */
  private static int done(List<Map<String, Object>> records, byte[] response) throws IOException {
    if (!(JSON.std.mapFrom(response).get("batchItemFailures") instanceof List<?> failures)) {
      return records.size();
    }
    int done = records.size();
    for (Object failure : failures) {
      Object named = failure instanceof Map<?, ?> map ? map.get("itemIdentifier") : null;
      int at =
          records.stream().map(StreamBatch::sequenceNumber).toList().indexOf(String.valueOf(named));
      if (at < 0) {
        return 0; // A number that is not in the batch fails it as a whole.
      }
      done = Math.min(done, at);
    }
    return done;
  }

  static String sequenceNumber(Map<String, Object> record) {
    return String.valueOf(change(record).get("SequenceNumber"));
  }

  static Instant createdAt(Map<String, Object> record) {
    return Instant.ofEpochSecond(
        ((Number) change(record).getOrDefault("ApproximateCreationDateTime", 0)).longValue());
  }

  private static Map<?, Object> change(Map<String, Object> record) {
    @SuppressWarnings("unchecked") // An object of JSON.
    Map<?, Object> change = (Map<?, Object>) record.getOrDefault("dynamodb", Map.of());
    return change;
  }
}
