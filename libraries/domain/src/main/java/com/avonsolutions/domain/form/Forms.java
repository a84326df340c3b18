package com.avonsolutions.domain.form;

import com.avonsolutions.domain.StoreUnavailableException;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The forms as a function knows them: all of them, read again after {@link #FRESH}, so that an
 * address that somebody made up costs nothing. While the store is away, those known last stay.
 */
@Singleton
@Requires(beans = FormStore.class)
public final class Forms {
  /** For how long a change of a form may go unseen. */
  public static final Duration FRESH = Duration.ofSeconds(30);

  private final FormStore store;
  private final Clock clock;
  private Known known = new Known(Map.of(), Instant.MIN);

  private record Known(Map<String, Form> forms, Instant until) {}

  Forms(FormStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * The form of this name, if there is one.
   *
   * @throws StoreUnavailableException when the forms could never be read
   */
  public synchronized Optional<Form> find(String name) {
    Instant now = clock.instant();
    if (!now.isBefore(known.until())) {
      known = new Known(read(), now.plus(FRESH));
    }
    return Optional.ofNullable(known.forms().get(name));
  }

  private Map<String, Form> read() {
    try {
      return store.all().stream()
          .collect(Collectors.toUnmodifiableMap(Form::name, Function.identity()));
    } catch (StoreUnavailableException e) {
      if (known.until().equals(Instant.MIN)) {
        throw e;
      }
      return known.forms();
    }
  }
}
