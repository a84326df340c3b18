package com.avonsolutions.bench.growth;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.avonsolutions.bench.Functions;
import com.avonsolutions.bench.RouteSample;
import com.avonsolutions.sandbox.event.EventFixtures;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Sends different requests to functions and measures their cost. */
final class RequestCostMeter {
  private static final int MAX_REQUESTS = 30;
  private static final int MIN_REQUESTS = 3;
  private static final long TIME_LIMIT_NANOS = TimeUnit.SECONDS.toNanos(4);

  private final Functions functions;
  private long count;

  RequestCostMeter(Functions functions) {
    this.functions = functions;
  }

  /** Measures requests of one kind, sent to a new instance one after the other. */
  RequestCost measure(RouteSample sample, CapacityProxy tables) throws IOException {
    tables.reset();
    RequestStreamHandler instance = functions.start(sample.event().functionId(), tables.endpoint());
    try {
      send(instance, sample);
      Capacity first = tables.reset();
      List<RequestCost.Sample> after = new ArrayList<>();
      long start = System.nanoTime();
      while (after.size() < MIN_REQUESTS
          || (after.size() < MAX_REQUESTS && System.nanoTime() - start < TIME_LIMIT_NANOS)) {
        double millis = send(instance, sample);
        after.add(new RequestCost.Sample(tables.reset(), millis));
      }
      return RequestCost.of(first, after);
    } finally {
      Functions.stop(instance);
    }
  }

  /** Sends requests without measuring them, to fill the tables or to warm up the engine. */
  void send(List<RouteSample> samples, int times, URI tables) throws IOException {
    for (RouteSample sample : samples) {
      RequestStreamHandler instance = functions.start(sample.event().functionId(), tables);
      try {
        for (int i = 0; i < times; i++) {
          send(instance, sample);
        }
      } finally {
        Functions.stop(instance);
      }
    }
  }

  /** Sends a request, checks the answer, and returns its latency in milliseconds. */
  private double send(RequestStreamHandler instance, RouteSample sample) throws IOException {
    byte[] event = sample.event(++count);
    long start = System.nanoTime();
    byte[] response = EventFixtures.response(instance, event);
    double millis = (System.nanoTime() - start) / 1e6;
    Functions.check(sample.event(), response);
    return millis;
  }
}
