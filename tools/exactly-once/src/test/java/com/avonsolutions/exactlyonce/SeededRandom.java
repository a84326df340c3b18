package com.avonsolutions.exactlyonce;

import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/** Makes every decision of a scenario; the same seed makes the same decisions. */
final class SeededRandom {
  private final SplittableRandom random;

  SeededRandom(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** From zero (inclusive) to the bound (exclusive). */
  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean percent(int probability) {
    return below(100) < probability;
  }

  <T> T of(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  /** A generator for {@link java.util.Collections#shuffle}. */
  Random shuffler() {
    return new Random(random.nextLong());
  }
}
