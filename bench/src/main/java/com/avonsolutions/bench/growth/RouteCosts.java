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

/** Sends requests to functions, each another one, and looks at what they cost. */
final class RouteCosts {
  private static final int REQUESTS = 30;
  private static final int FEWEST = 3;
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(4);

  private final Functions functions;
  private long requests;

  RouteCosts(Functions functions) {
    this.functions = functions;
  }

  /** Sends requests of one kind to a new instance, one after the other. */
  Cost measure(RouteSample sample, CapacityProxy tables) throws IOException {
    tables.take();
    RequestStreamHandler instance = functions.start(sample.event().functionId(), tables.endpoint());
    try {
      send(instance, sample);
      Capacity first = tables.take();
      List<Cost.Sample> after = new ArrayList<>();
      long begin = System.nanoTime();
      while (after.size() < FEWEST
          || (after.size() < REQUESTS && System.nanoTime() - begin < PATIENCE_NANOS)) {
        double millis = send(instance, sample);
        after.add(new Cost.Sample(tables.take(), millis));
      }
      return Cost.of(first, after);
    } finally {
      Functions.stop(instance);
    }
  }

  /**
   * Sends requests of each kind without looking at them, to fill tables with one of everything, or
   * to warm up what would be slow at first.
   */
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

  /** Milliseconds that an answer as expected took. */
  private double send(RequestStreamHandler instance, RouteSample sample) throws IOException {
    byte[] event = sample.event(++requests);
    long start = System.nanoTime();
    byte[] response = EventFixtures.response(instance, event);
    double millis = (System.nanoTime() - start) / 1e6;
    Functions.check(sample.event(), response);
    return millis;
  }
}
