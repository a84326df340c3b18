package com.avonsolutions.sandbox.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.avonsolutions.sandbox.MutableClock;
import com.avonsolutions.sandbox.engine.SiteDatabase;
import com.avonsolutions.sandbox.template.SamTemplate;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.crac.Core;
import org.crac.Resource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The rules for a function that prepares for its snapshot. */
public final class SnapshotRules {

  /** Starts a function that has not prepared yet. */
  public interface Start {
    Resource at(MutableClock clock);
  }

  private SnapshotRules() {}

  /**
   * Starts two copies on different days and calls the checkpoint hook of each. Anything unique,
   * random or time-based would differ between them.
   *
   * @throws AssertionError when the copies differ, hold credentials or the current time, log, or
   *     write to a table
   */
  public static void check(SiteDatabase database, Start start) throws Exception {
    Map<String, List<Map<String, AttributeValue>>> before = items(database);
    String stored = before.toString();
    PrintStream standardOut = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, UTF_8));
    try {
      List<String> first = stateOf(new MutableClock(), start);
      MutableClock later = new MutableClock();
      later.pass(Duration.ofDays(3).plusSeconds(7));
      List<String> second = stateOf(later, start);

      if (!first.equals(second)) {
        throw new AssertionError(
            "The copies differ in: " + String.join("\n", difference(first, second)));
      }
      require(!first.isEmpty(), "The function holds no state");
      requireNone("is a time", matching(first, line -> isCurrentTime(line, stored)));
      requireNone(
          "is a credential", matching(first, line -> line.matches(".* is Aws\\w*Credentials")));
    } finally {
      System.setOut(standardOut);
    }
    require(out.size() == 0, "The function logs: " + out.toString(UTF_8));
    require(items(database).equals(before), "The function writes to a table");
  }

  private static List<String> difference(List<String> first, List<String> second) {
    List<String> lines = new ArrayList<>(first);
    lines.addAll(second);
    return matching(
        lines, line -> Collections.frequency(first, line) != Collections.frequency(second, line));
  }

  private static List<String> matching(List<String> lines, Predicate<String> rule) {
    return lines.stream().filter(rule).toList();
  }

  private static void requireNone(String otherwise, List<String> lines) {
    require(lines.isEmpty(), "State that " + otherwise + ": " + String.join("\n", lines));
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }

  /** A time, unless it is stored in a table or is the minimum that means "never". */
  private static boolean isCurrentTime(String line, String stored) {
    String[] words = line.split(" ", -1);
    String value = words[words.length - 1];
    return line.contains(" Instant ")
        && !value.equals(Instant.MIN.toString())
        && !stored.contains(value);
  }

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
    return ReachableState.of(handler);
  }
}
