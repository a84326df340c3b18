package com.avonsolutions.domain.secret;

import com.avonsolutions.domain.FailureLog;
import com.avonsolutions.domain.resilience.CachePolicy;
import com.avonsolutions.domain.resilience.Cached;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Secrets from the function's environment, or else from their source, cached by name. Failures are
 * cached too, so that a flood of requests does not become a flood of reads.
 */
@Singleton
final class CachedSecrets implements Secrets {
  private static final CachePolicy POLICY =
      CachePolicy.freshFor(Duration.ofMinutes(5))
          .staleFor(Duration.ofHours(1))
          .retryAfter(Duration.ofSeconds(10))
          .cachingFailures();

  private final Map<String, String> environment;
  private final SecretSource source;
  private final Clock clock;
  private final Map<String, Cached<String>> cached = new ConcurrentHashMap<>();

  CachedSecrets(@Value("${secrets:}") String secrets, SecretSource source, Clock clock) {
    this.environment = parse(secrets);
    this.source = source;
    this.clock = clock;
  }

  @Override
  public List<String> valid(String name) {
    String local = environment.get(name);
    String value = local == null ? read(name) : local;
    List<String> values =
        Arrays.stream(value.split("\\s+", -1)).filter(text -> !text.isEmpty()).toList();
    if (values.isEmpty()) {
      throw new SecretUnavailableException(name);
    }
    return values;
  }

  private String read(String name) {
    // Not logged while a stale value is served: the alarm counts every logged
    // SecretUnavailableException, and nothing fails yet.
    return cached
        .computeIfAbsent(
            name,
            key ->
                new Cached<>(
                    "secret " + key, () -> source.read(key), POLICY, clock, FailureLog.NONE))
        .get();
  }

  /** Reads {@code NAME=VALUE;NAME=VALUE}, the format of template.yaml's parameter LocalSecrets. */
  private static Map<String, String> parse(String secrets) {
    return Arrays.stream(secrets.split(";", -1))
        .filter(entry -> !entry.isBlank())
        .map(entry -> entry.strip().split("=", 2))
        .filter(entry -> entry.length == 2)
        .collect(Collectors.toUnmodifiableMap(entry -> entry[0], entry -> entry[1]));
  }
}
