package com.avonsolutions.domain.secret;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Secrets of the function's environment, else of where they are kept, remembered for {@link
 * #FRESH}. While that is away, the last known value holds for {@link #STALE} more; a name that
 * could not be read is asked for again after {@link #PAUSE} at the earliest, whatever comes in.
 */
@Singleton
final class RememberedSecrets implements Secrets {
  private static final Duration FRESH = Duration.ofMinutes(5);
  private static final Duration STALE = Duration.ofHours(1);
  private static final Duration PAUSE = Duration.ofSeconds(10);

  private final Map<String, String> environment;
  private final SecretSource source;
  private final Clock clock;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  /** A value, absent when it could not be read, and when it was last asked for and last seen. */
  private record Known(Optional<String> value, Instant seen, Instant askAgain) {}

  RememberedSecrets(@Value("${secrets:}") String secrets, SecretSource source, Clock clock) {
    this.environment = parse(secrets);
    this.source = source;
    this.clock = clock;
  }

  @Override
  public List<String> valid(String name) {
    String given = environment.get(name);
    String value = given == null ? remembered(name) : given;
    List<String> values =
        Arrays.stream(value.split("\\s+", -1)).filter(text -> !text.isEmpty()).toList();
    if (values.isEmpty()) {
      throw new SecretUnavailableException(name);
    }
    return values;
  }

  private String remembered(String name) {
    Instant now = clock.instant();
    Known before = known.getOrDefault(name, new Known(Optional.empty(), Instant.MIN, Instant.MIN));
    if (now.isBefore(before.askAgain())) {
      return before.value().orElseThrow(() -> new SecretUnavailableException(name));
    }
    try {
      String value = source.read(name);
      known.put(name, new Known(Optional.of(value), now, now.plus(FRESH)));
      return value;
    } catch (SecretUnavailableException e) {
      boolean stale = before.value().isPresent() && now.isBefore(before.seen().plus(STALE));
      Optional<String> held = stale ? before.value() : Optional.empty();
      known.put(name, new Known(held, before.seen(), now.plus(PAUSE)));
      return held.orElseThrow(() -> e);
    }
  }

  /** Reads {@code NAME=VALUE;NAME=VALUE}, as template.yaml's parameter LocalSecrets has it. */
  private static Map<String, String> parse(String secrets) {
    return Arrays.stream(secrets.split(";", -1))
        .filter(entry -> !entry.isBlank())
        .map(entry -> entry.strip().split("=", 2))
        .filter(entry -> entry.length == 2)
        .collect(Collectors.toUnmodifiableMap(entry -> entry[0], entry -> entry[1]));
  }
}
