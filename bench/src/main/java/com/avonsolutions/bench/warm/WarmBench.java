package com.avonsolutions.bench.warm;

import com.avonsolutions.bench.Functions;
import com.avonsolutions.bench.LocalSite;
import com.avonsolutions.bench.Machine;
import com.avonsolutions.bench.Report;
import com.avonsolutions.bench.RouteSample;
import com.avonsolutions.sandbox.Project;
import com.avonsolutions.sandbox.event.EventFixtures;
import com.avonsolutions.sandbox.template.SamTemplate;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * {@code make bench-warm}: measures warm functions, called in this process and through the local
 * server, with the same tables.
 */
public final class WarmBench {
  private static final Path LOG = Project.root().resolve("bench/target/warm-site.log");
  private static final List<String> SAMPLES =
      List.of(
          "pages/get-home",
          "contact/get-form",
          "contact/post-json",
          "contact/posted-form",
          "faq/get-list",
          "faq/api-answers",
          "testimonials/get-page",
          "google-ads/post-lead");

  private WarmBench() {}

  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    Machine machine = Machine.inspect();
    PrintStream console = System.out;
    SamTemplate template = SamTemplate.ofProject().deployedWith(EventFixtures.parameters());
    AtomicLong numbers = new AtomicLong();
    StringBuilder table = new StringBuilder();
    table.append("| | In process | | | | Local server | | |\n|---|---|---|---|---|---|---|---|\n");
    table.append("| Request | a second | p50 | p99 | allocated | a second | p50 | p99 |\n");
    // Without a limit, because all requests come from one address.
    try (LocalSite site = LocalSite.start(LOG, "--parameter", "FloodLimit=1000000000");
        Functions functions = new Functions(template);
        LoadGenerator load = new LoadGenerator(site.address(), numbers::incrementAndGet)) {
      for (String name : SAMPLES) {
        RouteSample sample = RouteSample.named(name);
        InProcessSpeed inProcess =
            InProcessSpeed.measure(functions, sample, site.tables(), numbers::incrementAndGet);
        Speed overHttp = load.measure(sample);
        String line =
            String.format(
                Locale.ROOT,
                "| `%s` | %s | %,.0f kB | %s |%n",
                sample.route(),
                inProcess.speed().cells(),
                inProcess.allocated() / 1_000,
                overHttp.cells());
        console.print(line);
        table.append(line);
      }
    }
    Report.write("bench-warm", machine, table.toString());
  }
}
