package com.avonsolutions.bench.warm;

import com.avonsolutions.bench.Functions;
import com.avonsolutions.bench.Machine;
import com.avonsolutions.bench.Report;
import com.avonsolutions.bench.RouteSample;
import com.avonsolutions.sandbox.event.EventFixtures;
import com.avonsolutions.sandbox.template.SamTemplate;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * {@code make bench-warm}: how fast functions answer once they are warm, called in this process and
 * through the local server, with the same tables.
 */
public final class WarmBench {
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
    Machine machine = Machine.look();
    PrintStream progress = System.out;
    SamTemplate template = SamTemplate.ofProject().deployedWith(EventFixtures.parameters());
    AtomicLong numbers = new AtomicLong();
    StringBuilder table = new StringBuilder();
    table.append("| | In process | | | | Local server | | |\n|---|---|---|---|---|---|---|---|\n");
    table.append("| Request | a second | p50 | p99 | allocated | a second | p50 | p99 |\n");
    try (LocalServer server = new LocalServer();
        Functions functions = new Functions(template);
        LoadGenerator load = new LoadGenerator(server.site(), numbers::incrementAndGet)) {
      for (String name : SAMPLES) {
        RouteSample sample = RouteSample.named(name);
        InProcess inProcess =
            InProcess.measure(functions, sample, server.tables(), numbers::incrementAndGet);
        Speed overHttp = load.measure(sample);
        String line =
            String.format(
                Locale.ROOT,
                "| `%s` | %s | %,.0f kB | %s |%n",
                sample.route(),
                inProcess.speed().cells(),
                inProcess.allocated() / 1_000,
                overHttp.cells());
        progress.print(line);
        table.append(line);
      }
    }
    Report.write("bench-warm", machine, table.toString());
  }
}
