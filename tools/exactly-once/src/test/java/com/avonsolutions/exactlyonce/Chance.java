package com.avonsolutions.exactlyonce;

import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/** Every decision of a schedule, the same for the same seed. */
final class Chance {
  private final SplittableRandom random;

  Chance(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** From nought up to the bound, without it. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean percent(int probability) {
    return below(100) < probability;
  }

  <T> T of(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  /** For an order, which wants a generator of the old kind. */
  Random shuffler() {
    return new Random(random.nextLong());
  }
}
