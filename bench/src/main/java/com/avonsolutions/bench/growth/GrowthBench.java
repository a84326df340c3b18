package com.avonsolutions.bench.growth;

import com.avonsolutions.bench.Functions;
import com.avonsolutions.bench.Machine;
import com.avonsolutions.bench.Report;
import com.avonsolutions.bench.RouteSample;
import com.avonsolutions.sandbox.Project;
import com.avonsolutions.sandbox.engine.EmbeddedDynamoDb;
import com.avonsolutions.sandbox.engine.TableRows;
import com.avonsolutions.sandbox.engine.Tables;
import com.avonsolutions.sandbox.event.EventFixtures;
import com.avonsolutions.sandbox.template.SamTemplate;
import com.avonsolutions.sandbox.template.SamTemplate.Table;
import com.avonsolutions.staff.Main;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code make bench-growth}: what a request of each route consumes and how long it takes while the
 * tables grow, in one database on disk that grows from size to size.
 */
public final class GrowthBench {
  private static final List<Long> SIZES = List.of(1_000L, 100_000L, 1_000_000L);
  private static final Path FOLDER = Project.root().resolve("bench/target/growth");
  private static final int WARMING = 10;
  private static final PrintStream PROGRESS = System.out;
  private static final Path PLOT = Project.root().resolve("docs/images/growth.svg");

  private final SamTemplate template =
      SamTemplate.ofProject().deployedWith(EventFixtures.parameters());
  private final List<RouteSample> samples = RouteSample.all(template);
  private final List<Long> sizes;

  private GrowthBench(List<Long> sizes) {
    this.sizes = sizes;
  }

  /** Takes {@code --rows 1000,100000}, other sizes of each table than the usual. */
  public static void main(String[] arguments) throws IOException {
    List<String> words = List.of(arguments);
    boolean given = words.size() == 2 && words.get(0).equals("--rows");
    if (!words.isEmpty() && !given) {
      throw new IllegalArgumentException("Usage: --rows 1000,100000,1000000");
    }
    List<Long> sizes =
        given ? Stream.of(words.get(1).split(",", -1)).map(Long::valueOf).sorted().toList() : SIZES;
    new GrowthBench(sizes).run();
  }

  private void run() throws IOException {
    Machine machine = Machine.look();
    Growth growth = new Growth(sizes, new LinkedHashMap<>());
    delete();
    Files.createDirectories(FOLDER);
    try (Functions functions = new Functions(template)) {
      RouteCosts routes = new RouteCosts(functions);
      GrowingTables growing = fill(routes);
      long before = 0;
      for (long size : sizes) {
        grow(growing, before, size);
        before = size;
        measure(routes, growth);
      }
    }
    delete();
    Files.writeString(PLOT, growth.plot());
    Report.write("bench-growth", machine, growth.markdown());
  }

  /** The tables as they are on the first day, and an example of all that functions store. */
  private GrowingTables fill(RouteCosts routes) throws IOException {
    try (EmbeddedDynamoDb engine = start()) {
      new Tables(engine.client(), tables().values()).create();
      String endpoint = engine.endpoint().toString();
      Main.main(new String[] {"faqs", "load", "--endpoint", endpoint});
      Main.main(
          new String[] {
            "forms",
            "load",
            Project.root().resolve("local/src/main/samples/forms").toString(),
            "--endpoint",
            endpoint
          });
      routes.send(samples, WARMING, engine.endpoint());
      return GrowingTables.of(engine.client(), Instant.now());
    }
  }

  /** Without time to live: the engine would look for what has expired beside what is measured. */
  private Map<String, Table> tables() {
    Map<String, Table> lasting = new LinkedHashMap<>(template.tables());
    lasting.replaceAll(
        (id, table) ->
            new Table(
                id,
                table.attributes(),
                table.keys(),
                table.indexes(),
                Optional.empty(),
                table.streamView()));
    return lasting;
  }

  private void grow(GrowingTables growing, long from, long to) {
    long start = System.nanoTime();
    try (TableRows rows = TableRows.open(FOLDER)) {
      for (String table : GrowingTables.TABLES) {
        growing.grow(
            rows, Optional.ofNullable(template.tables().get(table)).orElseThrow(), from, to);
        say("%s has %,d rows after %d s", table, to, (System.nanoTime() - start) / 1_000_000_000);
      }
    }
  }

  private void measure(RouteCosts routes, Growth growth) throws IOException {
    try (EmbeddedDynamoDb engine = start();
        CapacityProxy proxy = new CapacityProxy(engine.endpoint())) {
      List<RouteSample> asking =
          samples.stream().filter(sample -> !growth.isWithoutTable(sample)).toList();
      // From a file that no cache knows yet an answer may come so late that the SDK asks twice.
      routes.send(asking, 1, engine.endpoint());
      for (RouteSample sample : asking) {
        Cost cost = routes.measure(sample, proxy);
        growth.costs().computeIfAbsent(sample, s -> new ArrayList<>()).add(cost);
        say(
            "  %-40s %s, then %s, %.1f ms",
            sample.event(), cost.first(), cost.after(), cost.p50Ms());
      }
    }
  }

  private static EmbeddedDynamoDb start() {
    return EmbeddedDynamoDb.start(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), Optional.of(FOLDER));
  }

  private static void delete() throws IOException {
    if (Files.exists(FOLDER)) {
      try (Stream<Path> files = Files.walk(FOLDER)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static void say(String format, Object... values) {
    PROGRESS.printf(Locale.ROOT, format + "%n", values);
  }
}
