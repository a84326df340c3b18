package com.avonsolutions.notices;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;

/** Provides randomness for waits, unless a test provides its own. */
@Factory
final class RandomFactory {

  /** Secure, because other generators would repeat their numbers after a snapshot. */
  @Singleton
  @Requires(missingBeans = RandomGenerator.class)
  RandomGenerator random() {
    return new SecureRandom();
  }
}
