package com.avonsolutions.domain;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/** UUID version 7 by RFC 9562, section 5.7: 48 bits of Unix milliseconds, then random bits. */
@Singleton
final class UuidV7Generator implements IdGenerator {
  private final Clock clock;
  // Reads the operating system's generator at every call, so that restored snapshots differ.
  private final SecureRandom random = new SecureRandom();

  UuidV7Generator(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String next() {
    long version = 0x7000L | (random.nextLong() & 0x0fffL);
    long high = (clock.millis() << 16) | version;
    long low = (random.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low).toString();
  }
}
