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
 * Seeded scenarios of people who press twice, platforms that retry, networks that lose replies, and
 * a table and a queue that fail: every acknowledged attempt is stored exactly once. A failure
 * prints its seed and its history.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ExactlyOnceTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  private static final int SEEDS = Integer.getInteger("model.seeds", 40);
  private static final long FIRST_SEED = Long.getLong("model.from", 1);

  /** A mutation has to be found within this number of seeds. */
  private static final long MAX_SEEDS = 200;

  private static long nextSeed = 20_000;

  private static final PrintStream STANDARD_OUT = System.out;

  @SuppressWarnings("NullAway.Init") // set before any test runs
  private static Simulation simulation;

  @BeforeAll
  static void start() {
    // Thousands of invocations log a line each.
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    simulation = new Simulation(DATABASE);
  }

  @BeforeEach
  void prepare() throws IOException {
    simulation.prepare();
  }

  @AfterAll
  static void stop() {
    simulation.close();
    System.setOut(STANDARD_OUT);
  }

  @Test
  @Order(1)
  void everyAcknowledgedAttempt_shouldBeStoredExactlyOnce() {
    simulation.mutate(Mutation.NONE);
    Statistics statistics = new Statistics(FIRST_SEED);
    for (long seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed++) {
      statistics.add(seed, new Scenario(simulation, seed).run());
    }
    STANDARD_OUT.print(statistics.summary());

    assertThat(statistics.hasFailed()).as(statistics.failures()).isFalse();
  }

  /** A simulation that finds nothing proves nothing. */
  @ParameterizedTest
  @Order(2)
  @EnumSource(value = Mutation.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void mutations_shouldBeFound(Mutation mutation) {
    simulation.mutate(mutation);
    // On later days than any before, because instances keep their counters.
    long first = nextSeed;
    nextSeed += MAX_SEEDS;
    Statistics statistics = new Statistics(first);
    for (long seed = first; seed < first + MAX_SEEDS && !statistics.hasFailed(); seed++) {
      statistics.add(seed, new Scenario(simulation, seed).run());
    }
    STANDARD_OUT.printf("%s is found after %d seeds%n", mutation, statistics.seeds());

    assertThat(statistics.hasFailed()).isTrue();
  }
}
