package com.avonsolutions.bench.cold;

import com.avonsolutions.bench.cold.RuntimeApi.Answer;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Starts processes one at a time, sends them events and measures their answers. */
final class ColdStartRunner {
  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

  private static final Pattern CLASSES =
      Pattern.compile("java\\.cls\\.(?:sharedL|l)oadedClasses=(\\d+)");

  private static final int WARM_UP_REQUESTS = 400;
  private static final int MEASURED_REQUESTS = 200;

  private final LeadEvents events;
  private final Path log;

  /**
   * Makes a runner.
   *
   * @param log the file for what the processes print
   */
  ColdStartRunner(LeadEvents events, Path log) {
    this.events = events;
    this.log = log;
  }

  /** Starts the variant, measures its answers, and stops it. */
  ColdStart measure(Variant variant) throws IOException, InterruptedException {
    try (RuntimeApi api = new RuntimeApi()) {
      api.offer(events.next());
      long spawned = System.nanoTime();
      Process process = spawn(variant, api.address(), log);
      try {
        long ready = api.awaitReady();
        long handedOver = api.awaitHandedOver();
        long first = check(variant, api.awaitAnswer()).at();
        double cpu = cpuTime(process);
        double second = send(variant, api);
        for (int i = 0; i < WARM_UP_REQUESTS; i++) {
          send(variant, api);
        }
        double cpuBefore = cpuTime(process);
        double[] warm = new double[MEASURED_REQUESTS];
        for (int i = 0; i < MEASURED_REQUESTS; i++) {
          warm[i] = send(variant, api);
        }
        double warmCpu = (cpuTime(process) - cpuBefore) / MEASURED_REQUESTS;
        Arrays.sort(warm);
        return new ColdStart(
            millis(ready - spawned),
            millis(first - spawned),
            cpu,
            millis(first - handedOver),
            second,
            warm[MEASURED_REQUESTS / 2],
            warm[MEASURED_REQUESTS * 99 / 100],
            warmCpu,
            peak(process),
            classes(variant, process));
      } finally {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
      }
    }
  }

  /** Lets a process answer some requests and exit normally, which writes its AOT cache. */
  void train(Variant variant, int requests) throws IOException, InterruptedException {
    try (RuntimeApi api = new RuntimeApi()) {
      Process process = spawn(variant, api.address(), log);
      try {
        for (int i = 0; i < requests; i++) {
          send(variant, api);
        }
        process.destroy();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
          throw new IllegalStateException(variant.command() + " did not exit after its training");
        }
      } finally {
        process.destroyForcibly();
      }
    }
  }

  private static Process spawn(Variant variant, String api, Path log) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(variant.command());
    builder.environment().clear();
    builder.environment().put("PATH", System.getenv("PATH"));
    builder.environment().putAll(variant.environment());
    builder.environment().put("AWS_LAMBDA_RUNTIME_API", api);
    File output = log.toFile();
    return builder
        .directory(variant.folder().toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(output))
        .start();
  }

  private double send(Variant variant, RuntimeApi api) {
    api.offer(events.next());
    long handedOver = api.awaitHandedOver();
    return millis(check(variant, api.awaitAnswer()).at() - handedOver);
  }

  /** Only an answer that says the lead was stored counts. */
  private static Answer check(Variant variant, Answer answer) {
    String text = answer.text();
    if (!text.contains("\"statusCode\":201")) {
      throw new IllegalStateException(variant.command() + " answered " + text);
    }
    return answer;
  }

  private static double millis(long nanos) {
    return nanos / 1e6;
  }

  /** User and system time in milliseconds; Linux counts it in ticks of 10 ms. */
  private static double cpuTime(Process process) throws IOException {
    String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * 10.0;
  }

  private static double peak(Process process) throws IOException {
    Matcher peak = PEAK.matcher(Files.readString(Path.of("/proc/" + process.pid() + "/status")));
    if (!peak.find()) {
      throw new IllegalStateException("/proc does not show the memory of the process");
    }
    return Long.parseLong(peak.group(1)) / 1024.0;
  }

  private static int classes(Variant variant, Process process)
      throws IOException, InterruptedException {
    Path jcmd = jcmd(variant);
    if (Files.notExists(jcmd)) {
      return 0;
    }
    Process printing =
        new ProcessBuilder(jcmd.toString(), Long.toString(process.pid()), "PerfCounter.print")
            .redirectErrorStream(true)
            .start();
    String counters = new String(printing.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    printing.waitFor();
    int loaded = 0;
    for (Matcher counter = CLASSES.matcher(counters); counter.find(); ) {
      loaded += Integer.parseInt(counter.group(1));
    }
    return loaded;
  }

  /** The jcmd of the same JDK, if the program is a JVM. */
  private static Path jcmd(Variant variant) {
    return variant.command().stream()
        .map(Path::of)
        .filter(word -> word.endsWith("java"))
        .findFirst()
        .map(java -> java.resolveSibling("jcmd"))
        .orElse(Path.of("jcmd"));
  }
}
