package com.avonsolutions.web;

import com.avonsolutions.domain.dynamodb.PrimingClients;
import com.avonsolutions.domain.dynamodb.PrimingClients.Unplugged;
import com.avonsolutions.domain.secret.SecretSource;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What a function does before its snapshot is taken, so that the first visitor after a restore
 * finds all of its code loaded and compiled: a copy of it answers sample events, by the code that
 * answers visitors, and is thrown away with everything it came to know. What the copy writes goes
 * nowhere, and what it logs is not kept.
 *
 * @param start makes the copy
 * @param written the variable that names a table which the function may write with a condition on
 *     its {@code id}; writes that cannot succeed find the way there
 * @param events the sample events, files below {@code /priming} that the build takes from events/
 */
public record Priming(Start start, Optional<String> written, List<String> events) {
  /** Enough for what is called often in a request to be compiled. */
  private static final int ROUNDS = 300;

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration COMPILING = Duration.ofSeconds(3);

  /** The constructor that every handler has. */
  @FunctionalInterface
  public interface Start {
    HttpHandler with(Map<String, String> environment, Object... singletons);
  }

  /** For a function that may write no table. */
  public static Priming reading(Start start, String... events) {
    return new Priming(start, Optional.empty(), List.of(events));
  }

  /** For a function that may write. */
  public static Priming writing(String table, Start start, String... events) {
    return new Priming(start, Optional.of(table), List.of(events));
  }

  /**
   * Answers the events, and asks nobody outside.
   *
   * @param environment of the function
   * @throws IOException when an event is not there or cannot be answered
   */
  void rehearse(Map<String, String> environment) throws IOException {
    List<byte[]> samples = new ArrayList<>();
    for (String event : events) {
      samples.add(read(event));
    }
    Map<String, String> quiet = new HashMap<>(environment);
    quiet.put("CAPTCHA_PROVIDER", "none");
    quiet.put("AKISMET_MODE", "off");
    SecretSource secrets = name -> "priming";
    List<String> failures = new ArrayList<>();
    RequestLog log =
        new RequestLog(
            Clock.systemUTC(),
            line -> {
              if (line.contains("\"level\":\"ERROR\"")) {
                failures.add(line);
              }
            });
    try (Unplugged unplugged = PrimingClients.unplugged();
        HttpHandler copy = start.with(quiet, unplugged.client(), secrets, log, hurryingClock())) {
      long end = System.nanoTime() + PATIENCE.toNanos();
      for (int round = 0; round < ROUNDS && System.nanoTime() < end; round++) {
        for (byte[] sample : samples) {
          copy.handleRequest(
              new ByteArrayInputStream(sample), OutputStream.nullOutputStream(), null);
        }
        if (!failures.isEmpty()) {
          throw new IOException("A sample event made the function fail: " + failures.get(0));
        }
      }
    }
  }

  /**
   * Finds the way to the table that the function writes.
   *
   * @param environment of the function
   */
  void knock(Map<String, String> environment) {
    written.map(environment::get).ifPresent(table -> PrimingClients.knock(environment, table));
  }

  /** Lets the compiler finish, which would otherwise go on while the first visitor waits. */
  static void settle() {
    try {
      Thread.sleep(COMPILING.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * An hour passes between two looks at it, so that what a function does now and then, as telling a
   * counter or asking for the key of the day, is done in every round.
   */
  private static Clock hurryingClock() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    InstantSource source = () -> now.updateAndGet(time -> time.plus(Duration.ofHours(1)));
    return source.withZone(ZoneOffset.UTC);
  }

  private static byte[] read(String event) throws IOException {
    try (InputStream file = Priming.class.getResourceAsStream("/priming/" + event + ".json")) {
      if (file == null) {
        throw new FileNotFoundException("priming/" + event + ".json, which the build copies");
      }
      return file.readAllBytes();
    }
  }
}
