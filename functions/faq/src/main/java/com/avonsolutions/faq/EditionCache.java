package com.avonsolutions.faq;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Caches a value that is computed from an edition, until it is asked for another edition. */
final class EditionCache<T> {
  private final Function<FaqEdition, T> compute;
  private volatile @Nullable Cached<T> last;

  private record Cached<T>(FaqEdition edition, T value) {}

  EditionCache(Function<FaqEdition, T> compute) {
    this.compute = compute;
  }

  T get(FaqEdition edition) {
    Cached<T> cached = last;
    if (cached == null || cached.edition() != edition) {
      cached = new Cached<>(edition, compute.apply(edition));
      last = cached;
    }
    return cached.value();
  }
}
