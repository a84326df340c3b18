package com.avonsolutions.bench.warm;

import com.avonsolutions.bench.Functions;
import com.avonsolutions.bench.RouteSample;
import com.avonsolutions.sandbox.event.WireRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;

/** Sends requests to a server on this machine, limited in time and number. */
final class LoadGenerator implements AutoCloseable {
  private static final int CLIENTS = 2;
  private static final int MAX_REQUESTS = 10_000;
  private static final Duration TIME_LIMIT = Duration.ofSeconds(4);
  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(30);

  private final URI site;
  private final LongSupplier numbers;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);

  /**
   * Makes a generator for a site.
   *
   * @param numbers a different number for each request
   */
  LoadGenerator(URI site, LongSupplier numbers) throws IOException {
    if (!InetAddress.getByName(site.getHost()).isLoopbackAddress()) {
      throw new IllegalArgumentException(site + " is not on this machine");
    }
    this.site = site;
    this.numbers = numbers;
  }

  /** Warms up for one run, then measures a second run as the clients see it. */
  Speed measure(RouteSample sample) throws InterruptedException, ExecutionException {
    send(sample);
    return send(sample);
  }

  private Speed send(RouteSample sample) throws InterruptedException, ExecutionException {
    long start = System.nanoTime();
    List<Future<List<Long>>> sending = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      sending.add(clients.submit(() -> sendAll(sample, start + TIME_LIMIT.toNanos())));
    }
    List<Long> times = new ArrayList<>();
    for (Future<List<Long>> one : sending) {
      times.addAll(one.get());
    }
    return Speed.of(times.stream().mapToLong(Long::longValue).toArray(), System.nanoTime() - start);
  }

  private List<Long> sendAll(RouteSample sample, long end)
      throws IOException, InterruptedException {
    List<Long> times = new ArrayList<>();
    while (times.size() < MAX_REQUESTS / CLIENTS && System.nanoTime() < end) {
      HttpRequest request = request(sample.request(numbers.getAsLong()));
      long start = System.nanoTime();
      int status = client.send(request, BodyHandlers.ofByteArray()).statusCode();
      times.add(System.nanoTime() - start);
      Functions.check(sample.event(), status);
    }
    return times;
  }

  private HttpRequest request(WireRequest wire) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(site.resolve(wire.target()))
            .timeout(REQUEST_TIMEOUT)
            .method(wire.method(), BodyPublishers.ofByteArray(wire.body()));
    wire.headers().forEach(request::header);
    return request.build();
  }

  @Override
  public void close() {
    clients.shutdownNow();
  }
}
