package com.avonsolutions.bench.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs installed programs. */
final class ExternalProgram {

  private ExternalProgram() {}

  /**
   * Runs a program and waits for its end.
   *
   * @return its output
   * @throws IOException if the program does not exist, fails, or exceeds the timeout
   */
  static String run(
      Path folder, Map<String, String> environment, Duration timeout, String... command)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    Thread killer = new Thread(() -> killAfter(process, timeout), "timeout");
    killer.setDaemon(true);
    killer.start();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    int exit = process.waitFor();
    if (exit != 0) {
      throw new IOException(String.join(" ", command) + " exited with " + exit + ": " + printed);
    }
    return printed;
  }

  private static void killAfter(Process process, Duration timeout) {
    try {
      if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
