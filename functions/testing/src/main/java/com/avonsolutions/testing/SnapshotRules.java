package com.avonsolutions.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import org.crac.Core;
import org.crac.Resource;

/** What holds for a function that gets ready for its snapshot. */
public final class SnapshotRules {

  /** A function, started and not yet ready. */
  public interface Start {
    Resource at(MutableClock clock);
  }

  private SnapshotRules() {}

  /**
   * Starts two copies on different days and calls the hook before a snapshot of each: whatever is
   * unique, random or a time would tell them apart.
   */
  public static void check(SiteDatabase database, Start start) throws Exception {
    PrintStream standardOut = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, UTF_8));
    try {
      List<String> one = stateOf(new MutableClock(), start);
      MutableClock later = new MutableClock();
      later.pass(Duration.ofDays(3).plusSeconds(7));

      assertThat(stateOf(later, start)).isEqualTo(one);
      assertThat(one)
          .isNotEmpty()
          .noneMatch(
              line -> line.contains(" Instant ") && !line.endsWith(" -1000000000-01-01T00:00:00Z"))
          .noneMatch(line -> line.matches(".* is Aws\\w*Credentials"));
    } finally {
      System.setOut(standardOut);
    }
    assertThat(out.toString(UTF_8)).as("log").isEmpty();
    SamTemplate.ofProject()
        .tables()
        .keySet()
        .forEach(
            table ->
                assertThat(database.client().scan(scan -> scan.tableName(table)).items())
                    .as(table)
                    .isEmpty());
  }

  private static List<String> stateOf(MutableClock clock, Start start) throws Exception {
    Resource handler = start.at(clock);
    handler.beforeCheckpoint(Core.getGlobalContext());
    return HeldState.of(handler);
  }
}
