package com.avonsolutions.local;

import com.avonsolutions.testing.Answer;
import com.avonsolutions.testing.EventBuilder;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * API Gateway's part: turns a request into a payload-2.0 event for the function behind its route,
 * and the function's response back into HTTP. Limits and their answers are those of an HTTP API.
 */
final class Gateway implements HttpHandler {

  private static final int LARGEST_HEADERS = 10_240;

  /**
   * Lambda's limit, met before API Gateway's own 10 MB; base64 makes the event of a body larger.
   */
  private static final int LARGEST_EVENT = 6 * 1024 * 1024;

  /**
   * Read and thrown away beyond that, so that a client in the midst of sending hears the answer.
   */
  private static final int MOST_DRAINED = 64 * 1024 * 1024;

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
        status, Map.of("content-type", "application/json"), "{\"message\":\"" + message + "\"}");
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Answer answer;
      try {
        answer = answer(exchange);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        answer = message(503, "Service Unavailable");
      } catch (RuntimeException e) {
        e.printStackTrace();
        answer = message(500, "Internal Server Error");
      }
      write(exchange, answer);
    }
  }

  private Answer answer(HttpExchange exchange) throws IOException, InterruptedException {
    String target = exchange.getRequestURI().toString();
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST_EVENT + 1);
    if (!target.startsWith("/")) {
      return message(400, "Bad Request");
    }
    if (headerSize(exchange) > LARGEST_HEADERS) {
      return message(431, "Request Header Fields Too Large");
    }
    if (body.length > LARGEST_EVENT) {
      drain(exchange.getRequestBody());
      return message(413, "Request Entity Too Large");
    }
    String path = target.split("[?#]", 2)[0];
    Optional<Answer> own = pages.answer(exchange, path);
    if (own.isPresent()) {
      return own.get();
    }
    Optional<Routes.Entry> route = routes.match(exchange.getRequestMethod(), path);
    return route.isPresent()
        ? invoke(exchange, route.get(), target, body)
        : message(404, "Not Found");
  }

  private Answer invoke(HttpExchange exchange, Routes.Entry route, String target, byte[] body)
      throws InterruptedException {
    Instant at = Instant.now();
    long start = System.nanoTime();
    String requestId = UUID.randomUUID().toString();
    byte[] event = event(exchange, route, target, body, at, requestId);
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
            exchange.getRequestMethod() + " " + target,
            outcome.answer().status(),
            TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start),
            outcome.cold()));
    return outcome.answer();
  }

  private static byte[] event(
      HttpExchange exchange,
      Routes.Entry route,
      String target,
      byte[] body,
      Instant at,
      String requestId) {
    EventBuilder event =
        EventBuilder.request(exchange.getRequestMethod(), target)
            .routeKey(route.key().text())
            .body(body)
            .protocol(exchange.getProtocol())
            .sourceIp(exchange.getRemoteAddress().getAddress().getHostAddress())
            .domain("localhost")
            .time(at)
            .requestId(requestId);
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> {
              String lower = name.toLowerCase(Locale.ROOT);
              if (lower.equals("cookie")) {
                values.forEach(event::cookieHeader);
              } else if (!HOP_BY_HOP.contains(lower)) {
                values.forEach(value -> event.header(lower, value));
              }
            });
    return event
        .header("x-forwarded-for", exchange.getRemoteAddress().getAddress().getHostAddress())
        .header("x-forwarded-port", Integer.toString(exchange.getLocalAddress().getPort()))
        .header("x-forwarded-proto", "http")
        .header("x-amzn-trace-id", "Root=1-" + requestId)
        .build();
  }

  private static void write(HttpExchange exchange, Answer answer) throws IOException {
    try {
      answer
          .headers()
          .forEach(
              (name, value) -> {
                if (!HOP_BY_HOP.contains(name) && !name.equals("content-length")) {
                  exchange.getResponseHeaders().set(name, value);
                }
              });
      answer.cookies().forEach(cookie -> exchange.getResponseHeaders().add("set-cookie", cookie));
    } catch (IllegalArgumentException e) {
      // A line break in a header.
      exchange.getResponseHeaders().clear();
      write(exchange, message(500, "Internal Server Error"));
      return;
    }
    byte[] body = answer.body();
    boolean bodiless = answer.status() == 204 || answer.status() == 304;
    if (exchange.getRequestMethod().equals("HEAD") && !bodiless) {
      exchange.getResponseHeaders().set("content-length", Integer.toString(body.length));
      exchange.sendResponseHeaders(answer.status(), -1);
    } else if (bodiless || body.length == 0) {
      exchange.sendResponseHeaders(answer.status(), -1);
    } else {
      exchange.sendResponseHeaders(answer.status(), body.length);
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(body);
      }
    }
  }

  /** Request line and headers as they came over the wire. */
  private static int headerSize(HttpExchange exchange) {
    int size =
        exchange.getRequestMethod().length()
            + exchange.getRequestURI().toString().length()
            + exchange.getProtocol().length()
            + "  \r\n".length();
    for (Map.Entry<String, List<String>> header : exchange.getRequestHeaders().entrySet()) {
      for (String value : header.getValue()) {
        size += header.getKey().length() + value.length() + ": \r\n".length();
      }
    }
    return size;
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
