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

/** Starts processes and asks them, one process at a time. */
final class ColdStarts {
  private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

  private static final Pattern CLASSES =
      Pattern.compile("java\\.cls\\.(?:sharedL|l)oadedClasses=(\\d+)");

  /** So many answers are not counted as warm, and so many after them are. */
  private static final int WARMING = 400;

  private static final int MEASURED = 200;

  private final Events events;
  private final Path log;

  /**
   * Prepares to start processes.
   *
   * @param log what the processes print
   */
  ColdStarts(Events events, Path log) {
    this.events = events;
    this.log = log;
  }

  /** Starts the variant, asks it, and ends it. */
  Start measure(Variant variant) throws IOException, InterruptedException {
    try (RuntimeApi api = new RuntimeApi()) {
      api.offer(events.next());
      long spawned = System.nanoTime();
      Process process = spawn(variant, api.address(), log);
      try {
        long ready = api.awaitAsked();
        long handedOver = api.awaitHandedOver();
        long first = check(variant, api.awaitAnswer()).at();
        double work = processorTime(process);
        double second = ask(variant, api);
        for (int i = 0; i < WARMING; i++) {
          ask(variant, api);
        }
        double before = processorTime(process);
        double[] warm = new double[MEASURED];
        for (int i = 0; i < MEASURED; i++) {
          warm[i] = ask(variant, api);
        }
        double warmWork = (processorTime(process) - before) / MEASURED;
        Arrays.sort(warm);
        return new Start(
            millis(ready - spawned),
            millis(first - spawned),
            work,
            millis(first - handedOver),
            second,
            warm[MEASURED / 2],
            warm[MEASURED * 99 / 100],
            warmWork,
            peak(process),
            classes(variant, process));
      } finally {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
      }
    }
  }

  /**
   * Has a process answer some requests and end in good order, as one that trains a cache has to.
   */
  void train(Variant variant, int requests) throws IOException, InterruptedException {
    try (RuntimeApi api = new RuntimeApi()) {
      Process process = spawn(variant, api.address(), log);
      try {
        for (int i = 0; i < requests; i++) {
          ask(variant, api);
        }
        process.destroy();
        if (!process.waitFor(120, TimeUnit.SECONDS)) {
          throw new IllegalStateException(variant.command() + " did not end after its training");
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

  private double ask(Variant variant, RuntimeApi api) {
    api.offer(events.next());
    long handedOver = api.awaitHandedOver();
    return millis(check(variant, api.awaitAnswer()).at() - handedOver);
  }

  /** A lead that is not stored is no answer. */
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

  /** In user and kernel mode, in the ticks of 10 ms that Linux counts them in. */
  private static double processorTime(Process process) throws IOException {
    String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * 10.0;
  }

  private static double peak(Process process) throws IOException {
    Matcher peak = PEAK.matcher(Files.readString(Path.of("/proc/" + process.pid() + "/status")));
    if (!peak.find()) {
      throw new IllegalStateException("The system does not say what a process needed");
    }
    return Long.parseLong(peak.group(1)) / 1024.0;
  }

  private static int classes(Variant variant, Process process)
      throws IOException, InterruptedException {
    Path jcmd = jcmd(variant);
    if (Files.notExists(jcmd)) {
      return 0;
    }
    Process asked =
        new ProcessBuilder(jcmd.toString(), Long.toString(process.pid()), "PerfCounter.print")
            .redirectErrorStream(true)
            .start();
    String counters = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    asked.waitFor();
    int loaded = 0;
    for (Matcher counter = CLASSES.matcher(counters); counter.find(); ) {
      loaded += Integer.parseInt(counter.group(1));
    }
    return loaded;
  }

  /** Beside the program, if that is a JVM. */
  private static Path jcmd(Variant variant) {
    return variant.command().stream()
        .map(Path::of)
        .filter(word -> word.endsWith("java"))
        .findFirst()
        .map(java -> java.resolveSibling("jcmd"))
        .orElse(Path.of("jcmd"));
  }
}
