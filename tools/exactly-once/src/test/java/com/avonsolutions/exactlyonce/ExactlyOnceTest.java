package com.avonsolutions.exactlyonce;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.sandbox.engine.SiteDatabase;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Seeded schedules of people who press twice, platforms that repeat, networks that lose answers,
 * and a table and a queue that refuse: every acknowledged press is stored exactly once. A failure
 * prints its seed and everything that happened.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExactlyOnceTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  private static final int SEEDS = Integer.getInteger("model.seeds", 40);
  private static final long FIRST = Long.getLong("model.from", 1);

  /** How many seeds a mistake may go unseen. */
  private static final long MOST = 200;

  private static long nextMistake = 20_000;

  private static final PrintStream STANDARD_OUT = System.out;

  @SuppressWarnings("NullAway.Init") // set before any test runs
  private static World world;

  @BeforeAll
  static void start() {
    // Thousands of invocations log a line each, and many of them a failure.
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    world = new World(DATABASE);
  }

  @BeforeEach
  void prepare() throws IOException {
    world.prepare();
  }

  @AfterAll
  static void stop() {
    world.close();
    System.setOut(STANDARD_OUT);
  }

  @Test
  @Order(1)
  void everyAcknowledgedPress_shouldBeStoredExactlyOnce() {
    world.make(Mistake.NONE);
    Tally tally = new Tally(FIRST);
    for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
      tally.add(seed, new Schedule(world, seed).play());
    }
    STANDARD_OUT.print(tally.summary());

    assertThat(tally.hasFailed()).as(tally.failures()).isFalse();
  }

  /** A model that finds nothing proves nothing. */
  @ParameterizedTest
  @Order(2)
  @EnumSource(value = Mistake.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void mistakes_shouldBeFound(Mistake mistake) {
    world.make(mistake);
    // On later days than any before, because instances remember what they counted.
    long first = nextMistake;
    nextMistake += MOST;
    Tally tally = new Tally(first);
    for (long seed = first; seed < first + MOST && !tally.hasFailed(); seed++) {
      tally.add(seed, new Schedule(world, seed).play());
    }
    STANDARD_OUT.printf("%s is found after %d seeds%n", mistake, tally.seeds());

    assertThat(tally.hasFailed()).isTrue();
  }
}
