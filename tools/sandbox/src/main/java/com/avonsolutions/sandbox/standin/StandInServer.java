package com.avonsolutions.sandbox.standin;

import com.avonsolutions.sandbox.standin.StandInReply.Delivery;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The HTTP server under every stand-in: a function answers each request, and {@link StandInReply}
 * says how the reply arrives, if at all. Listens on a free port of the loopback interface. Keeps no
 * record of requests, because some stand-ins run for hours; a test that needs one keeps it in its
 * function.
 */
public final class StandInServer implements AutoCloseable {
  private static final int DRIP_MILLIS = 50;
  private static final int SHUTDOWN_SECONDS = 5;

  static {
    // Without this every small reply waits 40 ms for the acknowledgement of its headers.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  /** Answers requests; called by several threads at once. */
  @FunctionalInterface
  public interface Responder {
    StandInReply reply(StandInRequest request) throws IOException;
  }

  private final Responder responder;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closed = new CountDownLatch(1);

  public StandInServer(Responder responder) {
    this.responder = responder;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public URI address() {
    return URI.create("http://localhost:" + port());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try {
      send(exchange, responder.reply(request(exchange)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }

  private static StandInRequest request(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new TreeMap<>();
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
    return new StandInRequest(
        exchange.getRequestMethod(),
        exchange.getRequestURI(),
        headers,
        exchange.getRequestBody().readAllBytes());
  }

  private void send(HttpExchange exchange, StandInReply reply)
      throws IOException, InterruptedException {
    if (reply.delivery() == Delivery.DROPPED) {
      return;
    }
    if (reply.delivery() == Delivery.NEVER) {
      closed.await();
      return;
    }
    reply.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] body = reply.body();
    OutputStream out = exchange.getResponseBody();
    switch (reply.delivery()) {
      case CUT_OFF -> {
        exchange.sendResponseHeaders(reply.status(), body.length);
        out.write(body, 0, body.length / 2);
        out.flush();
      }
      case ENDLESS -> {
        exchange.sendResponseHeaders(reply.status(), 0);
        out.write(body);
        while (!closed.await(DRIP_MILLIS, TimeUnit.MILLISECONDS)) {
          out.write(' ');
          out.flush();
        }
      }
      default -> {
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
          out.write(body);
        }
      }
    }
  }

  /** Ends replies that hang, and waits for those that are being sent. New connections fail. */
  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdown();
    try {
      if (!threads.awaitTermination(SHUTDOWN_SECONDS, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      threads.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
