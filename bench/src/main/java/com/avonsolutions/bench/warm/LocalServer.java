package com.avonsolutions.bench.warm;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.avonsolutions.local.Main;
import com.avonsolutions.sandbox.Project;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The local server in a process of its own, with fresh tables in memory. */
final class LocalServer implements AutoCloseable {
  private static final Pattern TABLES = Pattern.compile("Tables .*\\((http[^)]+)\\)");
  private static final Pattern READY = Pattern.compile("Ready in .*: (http\\S+).*");

  private final Process process;
  private final BufferedReader printed;
  private final URI tables;
  private final URI site;

  /** Starts it and waits until it is ready. */
  LocalServer() throws IOException {
    process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "--enable-native-access=ALL-UNNAMED",
                "-Dproject.root=" + Project.root(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--memory",
                "--port",
                "0",
                // All requests come from one address.
                "--parameter",
                "FloodLimit=1000000000")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    // Also when this process is told to stop.
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "stop"));
    printed = process.inputReader(UTF_8);
    tables = address(TABLES);
    site = address(READY);
    // Its log has a line for each request, and it must not wait for a reader.
    Thread reader = new Thread(this::readOn, "log");
    reader.setDaemon(true);
    reader.start();
  }

  private URI address(Pattern line) throws IOException {
    for (String text = printed.readLine(); text != null; text = printed.readLine()) {
      Matcher found = line.matcher(text);
      if (found.matches()) {
        return URI.create(found.group(1));
      }
    }
    throw new IOException("The local server did not start");
  }

  private void readOn() {
    try {
      while (printed.readLine() != null) {
        // Nobody wants it.
      }
    } catch (IOException | UncheckedIOException e) {
      // It has ended.
    }
  }

  URI tables() {
    return tables;
  }

  URI site() {
    return site;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
