package com.avonsolutions.web;

import com.avonsolutions.domain.FailureLog;
import com.avonsolutions.domain.StoreUnavailableException;
import com.avonsolutions.domain.json.JsonDocument;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Writes one JSON line per request to standard output, where Lambda collects it. A route's key is
 * logged and never its path, query, headers or body: any of them can hold personal data. For the
 * same reason a failure is told by its class and where it happened, without its message.
 */
@Singleton
public final class RequestLog implements FailureLog {
  private static final int FRAMES = 12;

  private final Clock clock;
  private final Consumer<String> lines;

  @Inject
  RequestLog(Clock clock) {
    this(clock, line -> System.out.println(line));
  }

  RequestLog(Clock clock, Consumer<String> lines) {
    this.lines = lines;
    this.clock = clock;
  }

  void write(String requestId, String routeKey, int status, long millis, boolean cold) {
    JsonDocument line = new JsonDocument();
    line.put("timestamp", now());
    line.put("level", status >= 500 ? "ERROR" : "INFO");
    line.put("requestId", requestId);
    line.put("route", routeKey);
    line.put("status", status);
    line.put("millis", millis);
    line.put("cold", cold);
    print(line);
  }

  /** Tells what became of a batch of records that no visitor sent. */
  void batch(String requestId, int records, int failed, long millis, boolean cold) {
    JsonDocument line = new JsonDocument();
    line.put("timestamp", now());
    line.put("level", failed > 0 ? "ERROR" : "INFO");
    line.put("requestId", requestId);
    line.put("records", records);
    line.put("failed", failed);
    line.put("millis", millis);
    line.put("cold", cold);
    print(line);
  }

  /** Tells of a failure while a request was answered. */
  public void failure(Request request, Throwable failure) {
    JsonDocument line = new JsonDocument();
    line.put("timestamp", now());
    line.put("level", "ERROR");
    line.put("requestId", request.id());
    line.put("route", request.routeKey());
    print(line, failure);
  }

  @Override
  public void failure(String what, Throwable failure) {
    JsonDocument line = new JsonDocument();
    line.put("timestamp", now());
    line.put("level", "ERROR");
    line.put("what", what);
    print(line, failure);
  }

  private void print(JsonDocument line, Throwable failure) {
    line.put("failure", describe(failure));
    if (failure.getCause() != null) {
      line.put("cause", describe(failure.getCause()));
    }
    if (!(failure instanceof StoreUnavailableException)) {
      line.putTexts(
          "at",
          Arrays.stream(failure.getStackTrace())
              .limit(FRAMES)
              .map(StackTraceElement::toString)
              .toList());
    }
    print(line);
  }

  private static String describe(Throwable failure) {
    String name = failure.getClass().getName();
    return failure instanceof AwsServiceException service && service.awsErrorDetails() != null
        ? name + " " + service.awsErrorDetails().errorCode() + " " + service.requestId()
        : name;
  }

  private void print(JsonDocument line) {
    lines.accept(line.toString());
  }

  /** In RFC 3339: Lambda takes a line without it for one of level INFO, whatever it says itself. */
  private String now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
  }
}
