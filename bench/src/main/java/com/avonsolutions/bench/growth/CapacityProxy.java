package com.avonsolutions.bench.growth;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A proxy between functions and DynamoDB that requests the consumed capacity of each call and adds
 * it up, so that the functions need not.
 */
final class CapacityProxy implements AutoCloseable {
  private static final List<String> FORWARDED =
      List.of("content-type", "x-amz-target", "x-amz-date", "authorization");

  static {
    // Without it, every answer waits 40 ms for the acknowledgement of its headers.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final URI engine;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private Capacity consumed = Capacity.ZERO;

  CapacityProxy(URI engine) throws IOException {
    this.engine = engine;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::forward);
    server.start();
  }

  URI endpoint() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /** Returns what was consumed since the last call, and resets it to zero. */
  synchronized Capacity reset() {
    Capacity last = consumed;
    consumed = Capacity.ZERO;
    return last;
  }

  private synchronized void add(Capacity more) {
    consumed = consumed.plus(more);
  }

  /** The request with ReturnConsumedCapacity. */
  static byte[] withConsumedCapacity(byte[] request) {
    String json = new String(request, UTF_8).strip();
    return json.replaceFirst("^\\{", "{\"ReturnConsumedCapacity\":\"TOTAL\",").getBytes(UTF_8);
  }

  private void forward(HttpExchange exchange) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(engine)
            .POST(
                BodyPublishers.ofByteArray(
                    withConsumedCapacity(exchange.getRequestBody().readAllBytes())));
    for (String name : FORWARDED) {
      Optional.ofNullable(exchange.getRequestHeaders().getFirst(name))
          .ifPresent(value -> request.header(name, value));
    }
    HttpResponse<byte[]> response;
    try {
      response = client.send(request.build(), BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    String target = exchange.getRequestHeaders().getFirst("x-amz-target");
    add(Capacity.of(target.substring(target.indexOf('.') + 1), response.body()));
    exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
    exchange.sendResponseHeaders(response.statusCode(), response.body().length);
    exchange.getResponseBody().write(response.body());
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
