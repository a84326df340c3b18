package com.avonsolutions.bench;

import com.avonsolutions.local.Main;
import com.avonsolutions.sandbox.Project;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The local server in a process of its own, on a free port, with empty tables in memory. */
public record LocalSite(URI address, URI tables, Process process) implements AutoCloseable {
  private static final Pattern TABLES = Pattern.compile("Tables .*\\((http[^)]+)\\)");
  private static final Pattern READY = Pattern.compile("Ready in .* s: (http://localhost:\\d+)");
  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  /**
   * Starts the server with this process's JVM flags and class path, and returns when it is ready.
   *
   * @param log the file for its output, which has a line per request
   * @param options more options of the server
   */
  public static LocalSite start(Path log, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of("--memory", "--port", "0"));
    command.addAll(List.of(options));
    Process process =
        new ProcessBuilder(command)
            .directory(Project.root().toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    // Also when this process is interrupted.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "stop the site"));
    long start = System.nanoTime();
    while (true) {
      String printed = Files.readString(log);
      Matcher tables = TABLES.matcher(printed);
      Matcher ready = READY.matcher(printed);
      if (tables.find() && ready.find()) {
        return new LocalSite(URI.create(ready.group(1)), URI.create(tables.group(1)), process);
      }
      if (!process.isAlive() || System.nanoTime() - start > TIMEOUT.toNanos()) {
        process.destroy();
        throw new IllegalStateException("The local server did not start: " + printed);
      }
      Thread.sleep(100);
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
