package com.avonsolutions.web.http;

import com.avonsolutions.domain.ErrorCodes;
import com.avonsolutions.domain.FailureLog;
import com.avonsolutions.domain.StoreUnavailableException;
import com.avonsolutions.text.json.JsonWriter;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Writes one JSON line per request to standard output, where Lambda collects it. Path, query,
 * headers and body can hold personal data, so only the route's key is logged. Of an exception and
 * its causes, the class is logged, a service's error code, and a message that {@link SafeMessages}
 * allows.
 */
@Singleton
public final class RequestLog implements FailureLog {
  private static final int MAX_FRAMES = 12;
  private static final int MAX_CAUSES = 5;

  private final Clock clock;
  private final ErrorCodes codes;
  private final Consumer<String> lines;

  @Inject
  RequestLog(Clock clock, ErrorCodes codes) {
    this(clock, codes, line -> System.out.println(line));
  }

  /** Writes its lines to a consumer, without error codes. */
  public RequestLog(Clock clock, Consumer<String> lines) {
    this(clock, failure -> Optional.empty(), lines);
  }

  RequestLog(Clock clock, ErrorCodes codes, Consumer<String> lines) {
    this.clock = clock;
    this.codes = codes;
    this.lines = lines;
  }

  public void write(String requestId, String routeKey, int status, long millis, boolean cold) {
    JsonWriter line = new JsonWriter();
    line.put("timestamp", now());
    line.put("level", status >= 500 ? "ERROR" : "INFO");
    line.put("requestId", requestId);
    line.put("route", routeKey);
    line.put("status", status);
    line.put("millis", millis);
    line.put("cold", cold);
    print(line);
  }

  /** Logs a batch of records from a queue, a stream or a schedule. */
  public void batch(String requestId, int records, int failed, long millis, boolean cold) {
    JsonWriter line = new JsonWriter();
    line.put("timestamp", now());
    line.put("level", failed > 0 ? "ERROR" : "INFO");
    line.put("requestId", requestId);
    line.put("records", records);
    line.put("failed", failed);
    line.put("millis", millis);
    line.put("cold", cold);
    print(line);
  }

  /** Logs a failure while a request was answered. */
  public void failure(Request request, Throwable failure) {
    JsonWriter line = new JsonWriter();
    line.put("timestamp", now());
    line.put("level", "ERROR");
    line.put("requestId", request.id());
    line.put("route", request.routeKey());
    print(line, failure);
  }

  @Override
  public void failure(String what, Throwable failure) {
    JsonWriter line = new JsonWriter();
    line.put("timestamp", now());
    line.put("level", "ERROR");
    line.put("what", what);
    print(line, failure);
  }

  private void print(JsonWriter line, Throwable failure) {
    // The class alone, which metric filters of template.yaml compare.
    line.put("failure", failure.getClass().getName());
    line.put("message", message(failure));
    line.putTexts(
        "causes",
        Stream.iterate(failure.getCause(), Objects::nonNull, Throwable::getCause)
            .limit(MAX_CAUSES)
            .map(this::describe)
            .toList());
    if (!(failure instanceof StoreUnavailableException)) {
      line.putTexts(
          "at",
          Arrays.stream(failure.getStackTrace())
              .limit(MAX_FRAMES)
              .map(StackTraceElement::toString)
              .toList());
    }
    print(line);
  }

  private String describe(Throwable failure) {
    String name = failure.getClass().getName();
    return message(failure).map(text -> name + ": " + text).orElse(name);
  }

  private Optional<String> message(Throwable failure) {
    return codes.of(failure).or(() -> SafeMessages.of(failure));
  }

  private void print(JsonWriter line) {
    lines.accept(line.toString());
  }

  /** In RFC 3339. Lambda treats a line without a timestamp as level INFO. */
  private String now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
  }
}
