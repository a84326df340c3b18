package com.avonsolutions.bench.cold;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A stub of Lambda's Runtime API: gives a function's process events one by one, receives the
 * answers, and records the times.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">The Runtime API</a>
 */
final class RuntimeApi implements AutoCloseable {
  private static final String VERSION = "/2018-06-01/runtime/";
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  static {
    // Without it, small answers wait 40 ms for the client's acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final BlockingQueue<byte[]> events = new LinkedBlockingQueue<>();
  private final BlockingQueue<Long> polled = new LinkedBlockingQueue<>();
  private final BlockingQueue<Long> handedOver = new LinkedBlockingQueue<>();
  private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();

  /** A function's answer, and its time by {@link System#nanoTime}. */
  record Answer(byte[] body, long at, boolean failed) {
    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }
  }

  RuntimeApi() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(VERSION, this::serve);
    server.start();
  }

  /** The value for AWS_LAMBDA_RUNTIME_API. */
  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Queues an event for the next poll. */
  void offer(byte[] event) {
    events.add(event);
  }

  /** Waits for the next poll and returns its time. */
  long awaitReady() {
    return await(polled, "No function asked for an event");
  }

  /** Waits until an event is handed over and returns the time. */
  long awaitHandedOver() {
    return await(handedOver, "No function received the event");
  }

  Answer awaitAnswer() {
    Answer answer = await(answers, "No function answered");
    if (answer.failed()) {
      throw new IllegalStateException("The function failed: " + answer.text());
    }
    return answer;
  }

  private <T> T await(BlockingQueue<T> queue, String failure) {
    try {
      @Nullable T next = queue.poll(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
      if (next == null) {
        throw new IllegalStateException(failure + " for " + TIMEOUT.toSeconds() + " s");
      }
      return next;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void serve(HttpExchange exchange) throws IOException {
    long now = System.nanoTime();
    String path = exchange.getRequestURI().getPath();
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (path.endsWith("/invocation/next")) {
      polled.add(now);
      next(exchange);
    } else if (path.endsWith("/restore/next")) {
      exchange.sendResponseHeaders(200, -1);
      exchange.close();
    } else {
      answers.add(new Answer(body, now, !path.endsWith("/response")));
      exchange.sendResponseHeaders(202, -1);
      exchange.close();
    }
  }

  private void next(HttpExchange exchange) throws IOException {
    byte[] event;
    try {
      event = events.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      exchange.close();
      return;
    }
    var headers = exchange.getResponseHeaders();
    headers.set("Content-Type", "application/json");
    headers.set("Lambda-Runtime-Aws-Request-Id", UUID.randomUUID().toString());
    headers.set(
        "Lambda-Runtime-Deadline-Ms",
        Long.toString(System.currentTimeMillis() + TIMEOUT.toMillis()));
    headers.set(
        "Lambda-Runtime-Invoked-Function-Arn",
        "arn:aws:lambda:us-east-1:000000000000:function:bench");
    exchange.sendResponseHeaders(200, event.length);
    handedOver.add(System.nanoTime());
    exchange.getResponseBody().write(event);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
