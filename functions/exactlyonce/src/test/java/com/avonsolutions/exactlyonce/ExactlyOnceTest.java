package com.avonsolutions.exactlyonce;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.testing.SiteDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Seeded schedules of people who press twice, platforms that repeat, networks that lose answers,
 * and a table and a queue that refuse: every acknowledged press is stored exactly once. A failure
 * prints its seed and everything that happened.
 */
class ExactlyOnceTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  private static final int SEEDS = Integer.getInteger("model.seeds", 150);
  private static final long FIRST = Long.getLong("model.from", 1);

  /** How many seeds a mistake may go unseen. */
  private static final int MOST = 100;

  private final PrintStream standardOut = System.out;

  @BeforeEach
  void silence() {
    // Thousands of invocations log a line each, and most of them a failure.
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void speak() {
    System.setOut(standardOut);
  }

  @Test
  void everyAcknowledgedPress_shouldBeStoredExactlyOnce() throws IOException {
    Tally tally = new Tally(FIRST);
    try (World world = world(Mistake.NONE)) {
      for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
        tally.add(seed, new Schedule(world, seed).play());
      }
    }
    standardOut.print(tally.summary());

    assertThat(tally.hasFailed()).as(tally.failures()).isFalse();
  }

  /** A model that finds nothing proves nothing. */
  @ParameterizedTest
  @EnumSource(value = Mistake.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void mistakes_shouldBeFound(Mistake mistake) throws IOException {
    Tally tally = new Tally(1);
    try (World world = world(mistake)) {
      for (long seed = 1; seed <= MOST && !tally.hasFailed(); seed++) {
        tally.add(seed, new Schedule(world, seed).play());
      }
    }
    standardOut.printf("%s is found by seed %d%n", mistake, tally.seeds());

    assertThat(tally.hasFailed()).isTrue();
  }

  private static World world(Mistake mistake) throws IOException {
    World world = new World(DATABASE, mistake);
    world.prepare();
    return world;
  }
}
