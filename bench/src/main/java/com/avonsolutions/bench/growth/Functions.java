package com.avonsolutions.bench.growth;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.avonsolutions.bench.RouteSample;
import com.avonsolutions.local.FunctionClassLoader;
import com.avonsolutions.testing.Answer;
import com.avonsolutions.testing.EventFixtures;
import com.avonsolutions.testing.Project;
import com.avonsolutions.testing.SamTemplate;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The template's functions, in this process and on their own class paths, which stay loaded from
 * one size to the next.
 */
final class Functions implements AutoCloseable {
  private static final int REQUESTS = 60;
  private static final int FEWEST = 3;
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(4);

  private final SamTemplate template;
  private final Map<String, String> credentials;
  private final Map<String, FunctionClassLoader> classes = new HashMap<>();
  private long requests;

  /**
   * Makes them.
   *
   * @param credentials and region, for the environment
   */
  Functions(SamTemplate template, Map<String, String> credentials) {
    this.template = template;
    this.credentials = credentials;
  }

  /** Sends requests of one kind to a new instance, one after the other. */
  Cost measure(RouteSample sample, CapacityProxy tables) throws IOException {
    tables.take();
    RequestStreamHandler handler = start(sample.event().functionId(), tables.endpoint());
    try {
      send(handler, sample);
      Capacity first = tables.take();
      List<Cost.Sample> after = new ArrayList<>();
      long begin = System.nanoTime();
      while (after.size() < FEWEST
          || after.size() < REQUESTS && System.nanoTime() - begin < PATIENCE_NANOS) {
        double millis = send(handler, sample);
        after.add(new Cost.Sample(tables.take(), millis));
      }
      return Cost.of(first, after);
    } finally {
      close(handler);
    }
  }

  /** Stores one of everything that functions store, and some more. */
  void fill(List<RouteSample> samples, URI tables) throws IOException {
    for (RouteSample sample : samples) {
      RequestStreamHandler handler = start(sample.event().functionId(), tables);
      try {
        for (int i = 0; i < 2 * FEWEST; i++) {
          send(handler, sample);
        }
      } finally {
        close(handler);
      }
    }
  }

  private RequestStreamHandler start(String functionId, URI tables) {
    Map<String, String> environment = new HashMap<>(credentials);
    environment.putAll(
        template.environment(functionId, Map.of("DynamoDbEndpoint", tables.toString())));
    return classes
        .computeIfAbsent(
            functionId, id -> FunctionClassLoader.of(Project.root(), template.function(functionId)))
        .handler(environment);
  }

  /** Milliseconds that an answer as expected took. */
  private double send(RequestStreamHandler handler, RouteSample sample) throws IOException {
    byte[] event = sample.event(++requests);
    long start = System.nanoTime();
    byte[] response = EventFixtures.response(handler, event);
    double millis = (System.nanoTime() - start) / 1e6;
    check(sample.event(), response);
    return millis;
  }

  private static void check(EventFixtures.Case event, byte[] response) throws IOException {
    if (!EventFixtures.isRequest(event)) {
      EventFixtures.check(event, response);
      return;
    }
    Answer answer = Answer.parse(response);
    Object expected = JSON.std.mapFrom(event.expectation().toFile()).get("status");
    if (!Integer.valueOf(answer.status()).equals(expected)) {
      throw new IllegalStateException(
          event + " was answered with " + answer.status() + ", not " + expected);
    }
  }

  private static void close(RequestStreamHandler handler) throws IOException {
    if (handler instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (Exception e) {
        throw new IOException("An instance did not close", e);
      }
    }
  }

  @Override
  public void close() throws IOException {
    for (FunctionClassLoader loader : classes.values()) {
      loader.close();
    }
  }
}
