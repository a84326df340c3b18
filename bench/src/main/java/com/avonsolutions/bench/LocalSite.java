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

/** The whole site in a process of its own, on a free port, with fresh tables in memory. */
public record LocalSite(URI address, Process process) implements AutoCloseable {
  private static final Pattern READY = Pattern.compile("Ready in .* s: (http://localhost:\\d+)");
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /**
   * Starts it with the JVM's flags and class path of this process, and returns when it takes
   * requests.
   *
   * @param log where it writes what it prints
   */
  public static LocalSite start(Path log) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of("--memory", "--port", "0"));
    Process process =
        new ProcessBuilder(command)
            .directory(Project.root().toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "stop the site"));
    long start = System.nanoTime();
    while (true) {
      String printed = Files.readString(log);
      Matcher ready = READY.matcher(printed);
      if (ready.find()) {
        return new LocalSite(URI.create(ready.group(1)), process);
      }
      if (!process.isAlive() || System.nanoTime() - start > PATIENCE.toNanos()) {
        process.destroy();
        throw new IllegalStateException("The site did not start: " + printed);
      }
      Thread.sleep(100);
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
