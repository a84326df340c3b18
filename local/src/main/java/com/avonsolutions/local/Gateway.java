package com.avonsolutions.local;

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
 * API Gateway's part: turns a request into a payload-2.0 event for the function behind its route,
 * and the function's response back into HTTP. Limits and their answers are those of an HTTP API.
 */
final class Gateway extends Handler.Abstract {

  /** Request line and headers together; more is answered with 431. */
  static final int LARGEST_HEADERS = 10_240;

  /**
   * Lambda's limit, met before API Gateway's own 10 MB; base64 makes the event of a body larger.
   */
  private static final int LARGEST_EVENT = 6 * 1024 * 1024;

  /**
   * Read and thrown away beyond that, so that a client in the midst of sending hears the answer.
   */
  private static final int MOST_DRAINED = 64 * 1024 * 1024;

  private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  /** Headers about the connection, which end at the gateway in either direction. */
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
  private final Map<String, LocalFunction> functions;
  private final LocalPages pages;
  private final History history;

  Gateway(Routes routes, Map<String, LocalFunction> functions, LocalPages pages, History history) {
    this.routes = routes;
    this.functions = functions;
    this.pages = pages;
    this.history = history;
  }

  /** The gateway's own answer. */
  static Answer message(int status, String message) {
    return Answer.of(
        status,
        Map.of("content-type", "application/json"),
        new JsonWriter().put("message", message).toString());
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Answer answer;
    try {
      answer = answer(request);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      answer = message(503, "Service Unavailable");
    } catch (IOException e) {
      answer = message(400, "Bad Request");
    } catch (RuntimeException e) {
      e.printStackTrace();
      answer = message(500, "Internal Server Error");
    }
    write(answer, response, callback);
    return true;
  }

  /** Answers in the gateway's words what Jetty itself turns away. */
  static final class Refusal extends ErrorHandler {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      // To Jetty a long request line is another matter than long headers, to API Gateway it is not.
      int status =
          response.getStatus() == HttpStatus.URI_TOO_LONG_414
              ? HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE_431
              : response.getStatus();
      Gateway.write(message(status, HttpStatus.getMessage(status)), response, callback);
      return true;
    }
  }

  private Answer answer(Request request) throws IOException, InterruptedException {
    String target = request.getHttpURI().getPathQuery();
    if (!target.startsWith("/") || BROKEN_ESCAPE.matcher(request.getHttpURI().getPath()).find()) {
      return message(400, "Bad Request");
    }
    InputStream content = Content.Source.asInputStream(request);
    byte[] body = content.readNBytes(LARGEST_EVENT + 1);
    if (body.length > LARGEST_EVENT) {
      drain(content);
      return message(413, "Request Entity Too Large");
    }
    String path = request.getHttpURI().getPath();
    Optional<Answer> own = pages.answer(request, path);
    if (own.isPresent()) {
      return own.get();
    }
    Optional<Routes.Entry> route = routes.match(request.getMethod(), path);
    return route.isPresent()
        ? invoke(request, route.get(), target, body)
        : message(404, "Not Found");
  }

  private Answer invoke(Request request, Routes.Entry route, String target, byte[] body)
      throws InterruptedException {
    Instant at = Instant.now();
    long start = System.nanoTime();
    String requestId = UUID.randomUUID().toString();
    byte[] event = event(request, route, target, body, at, requestId);
    if (event.length > LARGEST_EVENT) {
      return message(413, "Request Entity Too Large");
    }
    LocalFunction function = functions.get(route.functionId());
    if (function == null) {
      throw new IllegalStateException(route.functionId() + " was not started");
    }
    LocalFunction.Outcome outcome = function.invoke(event, requestId);
    history.add(
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
      } else if (!HOP_BY_HOP.contains(name)) {
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

  /** Jetty leaves the body out where HTTP wants none: for HEAD, 204 and 304. */
  private static void write(Answer answer, Response response, Callback callback) {
    byte[] body = answer.body();
    response.setStatus(answer.status());
    answer
        .headers()
        .forEach(
            (name, value) -> {
              if (!HOP_BY_HOP.contains(name) && !name.equals("content-length")) {
                response.getHeaders().put(name, value);
              }
            });
    answer.cookies().forEach(cookie -> response.getHeaders().add(HttpHeader.SET_COOKIE, cookie));
    if (answer.status() != HttpStatus.NO_CONTENT_204
        && answer.status() != HttpStatus.NOT_MODIFIED_304) {
      response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    }
    response.write(true, ByteBuffer.wrap(body), callback);
  }

  private static void drain(InputStream body) throws IOException {
    byte[] buffer = new byte[64 * 1024];
    long drained = 0;
    int read;
    while (drained < MOST_DRAINED && (read = body.read(buffer)) >= 0) {
      drained += read;
    }
  }
}
