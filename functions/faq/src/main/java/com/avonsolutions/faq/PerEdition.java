package com.avonsolutions.faq;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps what was made of the published entries until there are others. */
final class PerEdition<T> {
  private final Function<Published, T> maker;
  private volatile @Nullable Made<T> last;

  private record Made<T>(Published from, T made) {}

  PerEdition(Function<Published, T> maker) {
    this.maker = maker;
  }

  T of(Published published) {
    Made<T> kept = last;
    if (kept == null || kept.from() != published) {
      kept = new Made<>(published, maker.apply(published));
      last = kept;
    }
    return kept.made();
  }
}
