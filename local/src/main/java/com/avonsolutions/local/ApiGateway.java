package com.avonsolutions.local;

import com.avonsolutions.local.overview.Invocation;
import com.avonsolutions.sandbox.event.Answer;
import com.avonsolutions.sandbox.event.EventBuilder;
import com.avonsolutions.text.json.JsonWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Stands in for API Gateway: turns a request into a payload-2.0 event for the function of its
 * route, and the function's response into an HTTP response. Limits and errors are those of an HTTP
 * API.
 */
final class ApiGateway extends Handler.Abstract {

  /** Of request line and headers together; more is 431. */
  static final int MAX_HEADER_BYTES = 10_240;

  /** Lambda's limit. It is lower than API Gateway's 10 MB, and base64 makes bodies larger. */
  private static final int MAX_EVENT_BYTES = 6 * 1024 * 1024;

  /** Reads and discards this much of a larger body, so that a sending client gets the answer. */
  private static final int MAX_DISCARDED_BYTES = 64 * 1024 * 1024;

  private static final Pattern MALFORMED_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  /** Headers about the connection, which the gateway does not forward in either direction. */
  private static final Set<String> HOP_BY_HOP =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private final Routes routes;
  private final RunningFunctions functions;
  private final LocalPages pages;
  private final Consumer<Invocation> log;
  private final Supplier<Optional<String>> buildFailure;

  ApiGateway(
      Routes routes,
      RunningFunctions functions,
      LocalPages pages,
      Consumer<Invocation> log,
      Supplier<Optional<String>> buildFailure) {
    this.routes = routes;
    this.functions = functions;
    this.pages = pages;
    this.log = log;
    this.buildFailure = buildFailure;
  }

  /** An error of the gateway itself. */
  static Answer error(int status, String message) {
    return Answer.of(
        status,
        Map.of("content-type", "application/json"),
        new JsonWriter().put("message", message).toString());
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Answer answer;
    try {
      answer = answerWithBuildFailure(request);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      answer = error(503, "Service Unavailable");
    } catch (IOException e) {
      answer = error(400, "Bad Request");
    } catch (RuntimeException e) {
      e.printStackTrace();
      answer = error(500, "Internal Server Error");
    }
    write(answer, response, callback);
    return true;
  }

  /** Gives requests that Jetty rejects the gateway's errors. */
  static final class JettyErrors extends ErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      // Jetty has a status of its own for a long request line, API Gateway has not.
      int status =
          response.getStatus() == HttpStatus.URI_TOO_LONG_414
              ? HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431
              : response.getStatus();
      ApiGateway.write(error(status, HttpStatus.getMessage(status)), response, callback);
      return true;
    }
  }

  private Answer answerWithBuildFailure(Request request) throws IOException, InterruptedException {
    Optional<String> failure = buildFailure.get();
    return failure.isPresent()
        ? new BuildFailurePage(failure.get()).on(answer(request, BuildFailurePage.UNWANTED))
        : answer(request, Set.of());
  }

  private Answer answer(Request request, Set<String> unwantedHeaders)
      throws IOException, InterruptedException {
    String target = request.getHttpURI().getPathQuery();
    if (!target.startsWith("/")
        || MALFORMED_ESCAPE.matcher(request.getHttpURI().getPath()).find()) {
      return error(400, "Bad Request");
    }
    InputStream content = Content.Source.asInputStream(request);
    byte[] body = content.readNBytes(MAX_EVENT_BYTES + 1);
    if (body.length > MAX_EVENT_BYTES) {
      discard(content);
      return error(413, "Request Entity Too Large");
    }
    String path = request.getHttpURI().getPath();
    Optional<Answer> own = pages.answer(request, path, body);
    if (own.isPresent()) {
      return own.get();
    }
    Optional<Routes.Entry> route = routes.match(request.getMethod(), path);
    return route.isPresent()
        ? invoke(request, route.get(), target, body, unwantedHeaders)
        : error(404, "Not Found");
  }

  private Answer invoke(
      Request request, Routes.Entry route, String target, byte[] body, Set<String> unwantedHeaders)
      throws InterruptedException {
    Instant at = Instant.now();
    long start = System.nanoTime();
    String requestId = UUID.randomUUID().toString();
    byte[] event = event(request, route, target, body, unwantedHeaders, at, requestId);
    if (event.length > MAX_EVENT_BYTES) {
      return error(413, "Request Entity Too Large");
    }
    LocalFunction.Outcome outcome;
    try (RunningFunctions.Lease lease = functions.lease(route.functionId())) {
      outcome = lease.function().invokeForRequest(event, requestId);
    }
    log.accept(
        new Invocation(
            at,
            route.functionId(),
            route.key().text(),
            request.getMethod() + " " + target,
            outcome.answer().status(),
            TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start),
            outcome.cold()));
    return outcome.answer();
  }

  private static byte[] event(
      Request request,
      Routes.Entry route,
      String target,
      byte[] body,
      Set<String> unwantedHeaders,
      Instant at,
      String requestId) {
    EventBuilder event =
        EventBuilder.request(request.getMethod(), target)
            .routeKey(route.key().text())
            .body(body)
            .protocol(request.getConnectionMetaData().getProtocol())
            .sourceIp(Request.getRemoteAddr(request))
            .domain("localhost")
            .time(at)
            .requestId(requestId);
    for (HttpField field : request.getHeaders()) {
      String name = field.getName().toLowerCase(Locale.ROOT);
      String value = Optional.ofNullable(field.getValue()).orElse("");
      if (name.equals("cookie")) {
        event.cookieHeader(value);
      } else if (!HOP_BY_HOP.contains(name) && !unwantedHeaders.contains(name)) {
        event.header(name, value);
      }
    }
    return event
        .header("x-forwarded-for", Request.getRemoteAddr(request))
        .header("x-forwarded-port", Integer.toString(Request.getLocalPort(request)))
        .header("x-forwarded-proto", "http")
        .header("x-amzn-trace-id", "Root=1-" + requestId)
        .build();
  }

  /** Jetty omits the body for HEAD, 204 and 304. */
  private static void write(Answer answer, Response response, Callback callback) {
    byte[] body = answer.body();
    response.setStatus(answer.status());
    answer
        .headers()
        .forEach(
            (name, value) -> {
              if (!HOP_BY_HOP.contains(name)) {
                response.getHeaders().put(name, value);
              }
            });
    answer.cookies().forEach(cookie -> response.getHeaders().add(HttpHeader.SET_COOKIE, cookie));
    // The answer to HEAD has a length and no body.
    if (body.length > 0) {
      response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    } else if (!response.getHeaders().contains(HttpHeader.CONTENT_LENGTH)
        && answer.status() != HttpStatus.NO_CONTENT_204
        && answer.status() != HttpStatus.NOT_MODIFIED_304) {
      response.getHeaders().put(HttpHeader.CONTENT_LENGTH, 0);
    }
    response.write(true, ByteBuffer.wrap(body), callback);
  }

  private static void discard(InputStream body) throws IOException {
    byte[] buffer = new byte[64 * 1024];
    long discarded = 0;
    int read;
    while (discarded < MAX_DISCARDED_BYTES && (read = body.read(buffer)) >= 0) {
      discarded += read;
    }
  }
}
