package com.avonsolutions.bench.growth;

import com.avonsolutions.bench.Functions;
import com.avonsolutions.bench.Machine;
import com.avonsolutions.bench.Report;
import com.avonsolutions.bench.RouteSample;
import com.avonsolutions.sandbox.Project;
import com.avonsolutions.sandbox.engine.BulkLoader;
import com.avonsolutions.sandbox.engine.EmbeddedDynamoDb;
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
 * {@code make bench-growth}: measures capacity and latency of each route with tables of growing
 * size, in one database on disk.
 */
public final class GrowthBench {
  private static final List<Long> SIZES = List.of(1_000L, 100_000L, 1_000_000L);
  private static final Path FOLDER = Project.root().resolve("bench/target/growth");
  private static final int WARM_UP_REQUESTS = 10;
  private static final PrintStream CONSOLE = System.out;
  private static final Path PLOT = Project.root().resolve("docs/images/growth.svg");

  private final SamTemplate template =
      SamTemplate.ofProject().deployedWith(EventFixtures.parameters());
  private final List<RouteSample> samples = RouteSample.all(template);
  private final List<Long> sizes;

  private GrowthBench(List<Long> sizes) {
    this.sizes = sizes;
  }

  /**
   * Measures, and writes the section of docs/performance.md.
   *
   * @param arguments {@code --rows 1000,100000} for other table sizes than the default
   */
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
    Machine machine = Machine.inspect();
    GrowthSection section = new GrowthSection(sizes, new LinkedHashMap<>());
    delete();
    Files.createDirectories(FOLDER);
    try (Functions functions = new Functions(template)) {
      RequestCostMeter meter = new RequestCostMeter(functions);
      GrowingTables growing = fill(meter);
      long before = 0;
      for (long size : sizes) {
        grow(growing, before, size);
        before = size;
        measure(meter, section);
      }
    }
    delete();
    Files.writeString(PLOT, section.plot());
    Report.write("bench-growth", machine, section.markdown());
  }

  /** Creates the tables and lets the functions store at least one item of each kind. */
  private GrowingTables fill(RequestCostMeter meter) throws IOException {
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
      meter.send(samples, WARM_UP_REQUESTS, engine.endpoint());
      return GrowingTables.of(engine.client(), Instant.now());
    }
  }

  /** Without time to live, because the engine would delete expired items while it is measured. */
  private Map<String, Table> tables() {
    Map<String, Table> tables = new LinkedHashMap<>(template.tables());
    tables.replaceAll(
        (id, table) ->
            new Table(
                id,
                table.attributes(),
                table.keys(),
                table.indexes(),
                Optional.empty(),
                table.streamView()));
    return tables;
  }

  private void grow(GrowingTables growing, long from, long to) {
    long start = System.nanoTime();
    try (BulkLoader rows = BulkLoader.open(FOLDER)) {
      for (String table : GrowingTables.TABLES) {
        growing.grow(
            rows, Optional.ofNullable(template.tables().get(table)).orElseThrow(), from, to);
        print("%s has %,d rows after %d s", table, to, (System.nanoTime() - start) / 1_000_000_000);
      }
    }
  }

  private void measure(RequestCostMeter meter, GrowthSection section) throws IOException {
    try (EmbeddedDynamoDb engine = start();
        CapacityProxy proxy = new CapacityProxy(engine.endpoint())) {
      List<RouteSample> remaining =
          samples.stream().filter(sample -> !section.usesNoTable(sample)).toList();
      // The first read of a file that is not cached can exceed the SDK's timeout and cause a retry.
      meter.send(remaining, 1, engine.endpoint());
      for (RouteSample sample : remaining) {
        RequestCost cost = meter.measure(sample, proxy);
        section.costs().computeIfAbsent(sample, s -> new ArrayList<>()).add(cost);
        print(
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

  private static void print(String format, Object... values) {
    CONSOLE.printf(Locale.ROOT, format + "%n", values);
  }
}
