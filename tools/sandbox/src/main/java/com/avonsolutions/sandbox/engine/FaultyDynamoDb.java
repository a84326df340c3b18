package com.avonsolutions.sandbox.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands before a real engine and fails as it is told, in the ways in which the engine itself never
 * does. Whatever has no fault goes through to the engine.
 */
public final class FaultyDynamoDb implements AutoCloseable {

  /** What becomes of a request. */
  public enum Fault {
    /** Nothing goes wrong. */
    NONE,
    /** 500, and nothing is written. */
    SERVER_ERROR,
    /** The table's throughput is used up, and nothing is written. */
    THROTTLED,
    /** Another transaction holds one of the items, and nothing is written. */
    CONFLICT,
    /** A cancelled transaction that does not say why, and nothing is written. */
    CANCELLED_WITHOUT_REASONS,
    /** No answer ever comes, and nothing is written. */
    HANG,
    /** The engine does what is asked, and the connection closes before the answer. */
    LOST_ANSWER
  }

  /** Counting goes on beside what is tested, and takes no fault from it. */
  private static final String COUNTERS = "\"CountersTable\"";

  private static final String TYPE = "com.amazonaws.dynamodb.v20120810#";
  private static final List<String> FORWARDED =
      List.of("content-type", "x-amz-target", "x-amz-date", "authorization");

  private final URI engine;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Queue<Fault> next = new ConcurrentLinkedQueue<>();
  private final AtomicInteger requests = new AtomicInteger();
  private volatile Fault lasting = Fault.NONE;

  /** Starts before the engine with this address. */
  public FaultyDynamoDb(URI engine) {
    this.engine = engine;
    try {
      this.server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  public URI endpoint() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /** The fate of the next requests, one each, before that of all others; counting is left out. */
  public void next(Fault... faults) {
    next.addAll(List.of(faults));
  }

  /** The fate of all requests, until told otherwise. */
  public void always(Fault fault) {
    next.clear();
    lasting = fault;
  }

  /** How many requests came in since the start, counting left out. */
  public int requests() {
    return requests.get();
  }

  private void answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    Fault fault = lasting;
    if (!new String(body, UTF_8).contains(COUNTERS)) {
      requests.incrementAndGet();
      fault = Optional.ofNullable(next.poll()).orElse(lasting);
    }
    switch (fault) {
      case NONE -> {
        HttpResponse<byte[]> response = forward(exchange, body);
        send(exchange, response.statusCode(), response.body());
      }
      case SERVER_ERROR -> refuse(exchange, 500, "InternalServerError", "");
      case THROTTLED -> refuse(exchange, 400, "ThrottlingException", "");
      case CONFLICT ->
          refuse(
              exchange,
              400,
              "TransactionCanceledException",
              ",\"CancellationReasons\":[{\"Code\":\"None\"},{\"Code\":\"TransactionConflict\"}]");
      case CANCELLED_WITHOUT_REASONS -> refuse(exchange, 400, "TransactionCanceledException", "");
      case HANG -> {
        awaitClose();
        exchange.close();
      }
      case LOST_ANSWER -> {
        forward(exchange, body);
        exchange.close();
      }
    }
  }

  private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(engine).POST(BodyPublishers.ofByteArray(body));
    for (String name : FORWARDED) {
      Optional.ofNullable(exchange.getRequestHeaders().getFirst(name))
          .ifPresent(value -> request.header(name, value));
    }
    try {
      return client.send(request.build(), BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static void refuse(HttpExchange exchange, int status, String type, String more)
      throws IOException {
    String error = "{\"__type\":\"" + TYPE + type + "\",\"Message\":\"As told\"" + more + "}";
    send(exchange, status, error.getBytes(UTF_8));
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private void awaitClose() throws IOException {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
