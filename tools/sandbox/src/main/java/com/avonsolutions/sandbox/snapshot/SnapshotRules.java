package com.avonsolutions.sandbox.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.sandbox.MutableClock;
import com.avonsolutions.sandbox.engine.SiteDatabase;
import com.avonsolutions.sandbox.template.SamTemplate;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.crac.Core;
import org.crac.Resource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

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
    Map<String, List<Map<String, AttributeValue>>> before = items(database);
    String stored = before.toString();
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
          .noneMatch(line -> isTimeOfItsOwn(line, stored))
          .noneMatch(line -> line.matches(".* is Aws\\w*Credentials"));
    } finally {
      System.setOut(standardOut);
    }
    assertThat(out.toString(UTF_8)).as("log").isEmpty();
    assertThat(items(database)).isEqualTo(before);
  }

  /** A time which is not that of something stored, nor the beginning of all times. */
  private static boolean isTimeOfItsOwn(String line, String stored) {
    String[] words = line.split(" ", -1);
    String value = words[words.length - 1];
    return line.contains(" Instant ")
        && !value.equals(Instant.MIN.toString())
        && !stored.contains(value);
  }

  /** What every table holds. */
  private static Map<String, List<Map<String, AttributeValue>>> items(SiteDatabase database) {
    return SamTemplate.ofProject().tables().keySet().stream()
        .collect(
            Collectors.toMap(
                Function.identity(),
                table -> database.client().scan(scan -> scan.tableName(table)).items()));
  }

  private static List<String> stateOf(MutableClock clock, Start start) throws Exception {
    Resource handler = start.at(clock);
    handler.beforeCheckpoint(Core.getGlobalContext());
    return HeldState.of(handler);
  }
}
