package com.avonsolutions.web.startup;

import com.avonsolutions.domain.secret.SecretSource;
import com.avonsolutions.text.json.JsonReader;
import com.avonsolutions.web.http.RequestLog;
import io.micronaut.function.aws.MicronautRequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
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
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Warms a function up before its snapshot is taken, so that the first visitor after a restore finds
 * all code loaded and compiled. An offline copy of the function answers sample events by the code
 * that answers visitors, and is thrown away with everything it cached. Its writes and logs go
 * nowhere.
 *
 * @param start makes the copy
 * @param writtenTable the variable that names a table which the function may write with a condition
 *     on its {@code id}; writes that always fail warm up the connection
 * @param settings variables that have other values in the copy, e.g. to call no outside service
 * @param samples the folder below {@code /priming} to which the module's pom copies sample events
 */
public record Priming(
    Start start, Optional<String> writtenTable, Map<String, String> settings, String samples) {
  /** Enough for the JVM to compile what is called several times in a request. */
  private static final String ROUNDS = "300";

  /** A variable with another number of rounds: tests look at the state, which one round makes. */
  private static final String ROUNDS_VARIABLE = "PRIMING_ROUNDS";

  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  /** How long the compiler may need to finish after the rounds. */
  public static final Duration COMPILATION = Duration.ofSeconds(3);

  /** The constructor that every handler has. */
  @FunctionalInterface
  public interface Start {
    MicronautRequestStreamHandler with(Map<String, String> environment, Object... singletons);
  }

  /** For a function that may write no table. */
  public static Priming reading(Start start, String samples) {
    return new Priming(start, Optional.empty(), Map.of(), samples);
  }

  /** For a function that may write. */
  public static Priming writing(String table, Start start, String samples) {
    return new Priming(start, Optional.of(table), Map.of(), samples);
  }

  /** The same with another value of one variable in the copy's environment. */
  public Priming with(String variable, String value) {
    Map<String, String> more = new HashMap<>(settings);
    more.put(variable, value);
    return new Priming(start, writtenTable, Map.copyOf(more), samples);
  }

  /**
   * Answers the sample events in an offline copy.
   *
   * @param environment of the function
   * @throws IOException when there are no sample events, or one cannot be answered
   */
  public void replaySamples(Map<String, String> environment) throws IOException {
    List<byte[]> events = SampleEvents.in(samples);
    int rounds = rounds(environment);
    Map<String, String> offline = new HashMap<>(environment);
    offline.putAll(settings);
    SecretSource secrets = name -> "priming";
    List<String> failures = new ArrayList<>();
    RequestLog log =
        new RequestLog(
            Clock.systemUTC(),
            line -> {
              JsonReader entry = JsonReader.parse(line.getBytes(StandardCharsets.UTF_8));
              if (entry.text("level").filter("ERROR"::equals).isPresent()) {
                failures.add(line);
              }
            });
    try (DynamoDbClient client = PrimingClients.offline();
        MicronautRequestStreamHandler copy =
            start.with(offline, client, secrets, log, fastClock())) {
      long end = System.nanoTime() + TIMEOUT.toNanos();
      for (int round = 0; round < rounds && System.nanoTime() < end; round++) {
        for (byte[] event : events) {
          copy.handleRequest(
              new ByteArrayInputStream(event), OutputStream.nullOutputStream(), null);
        }
        if (!failures.isEmpty()) {
          throw new IOException("A sample event made the function fail: " + failures.get(0));
        }
      }
    }
  }

  static int rounds(Map<String, String> environment) {
    return Integer.parseInt(environment.getOrDefault(ROUNDS_VARIABLE, ROUNDS));
  }

  /**
   * Warms up the connection to the table that the function writes.
   *
   * @param environment of the function
   * @throws software.amazon.awssdk.core.exception.SdkException when DynamoDB does not answer
   */
  public void warmUpConnection(Map<String, String> environment) {
    writtenTable
        .map(environment::get)
        .ifPresent(table -> PrimingClients.warmUpConnection(environment, table));
  }

  /**
   * Moves on an hour each time it is asked, so that every round also does what a function does only
   * now and then, such as refreshing a cache.
   */
  private static Clock fastClock() {
    AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    InstantSource source = () -> now.updateAndGet(time -> time.plus(Duration.ofHours(1)));
    return source.withZone(ZoneOffset.UTC);
  }
}
