package com.avonsolutions.faq;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps what was made of the published entries until there are others. */
final class PerEdition<T> {
  private final Function<FaqEdition, T> maker;
  private volatile @Nullable Made<T> last;

  private record Made<T>(FaqEdition from, T made) {}

  PerEdition(Function<FaqEdition, T> maker) {
    this.maker = maker;
  }

  T of(FaqEdition published) {
    Made<T> kept = last;
    if (kept == null || kept.from() != published) {
      kept = new Made<>(published, maker.apply(published));
      last = kept;
    }
    return kept.made();
  }
}
