package com.avonsolutions.domain.form;

import com.avonsolutions.domain.FailureLog;
import com.avonsolutions.domain.StoreUnavailableException;
import com.avonsolutions.domain.resilience.CachePolicy;
import com.avonsolutions.domain.resilience.Cached;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All forms, cached together, so that a request for a name that does not exist costs no read. */
@Singleton
@Requires(beans = FormStore.class)
public final class Forms {
  /** How long a change of a form may go unnoticed. */
  public static final Duration FRESH = Duration.ofSeconds(30);

  /** A cold instance waits for the table once in this time, not in every request. */
  private static final Duration RETRY = Duration.ofSeconds(5);

  private final Cached<Map<String, Form>> byName;

  Forms(FormStore store, Clock clock, Optional<FailureLog> log) {
    this.byName =
        new Cached<>(
            "forms",
            () -> read(store),
            CachePolicy.freshFor(FRESH).retryAfter(RETRY).cachingFailures(),
            clock,
            log.orElse(FailureLog.NONE));
  }

  /**
   * The form of this name, if there is one.
   *
   * @throws StoreUnavailableException when the forms could not be read even once
   */
  public Optional<Form> find(String name) {
    return Optional.ofNullable(byName.get().get(name));
  }

  private static Map<String, Form> read(FormStore store) {
    return store.all().stream()
        .collect(Collectors.toUnmodifiableMap(Form::name, Function.identity()));
  }
}
