package com.avonsolutions.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;

/**
 * The machine that measured, and its noise: how much the time of the same work varies.
 *
 * @param noise range of the middle 90 % of these times, divided by their median
 */
public record Machine(String processor, int cores, String system, String java, double noise) {
  private static final int REPETITIONS = 60;

  /** Measures the noise, which takes a second or two. */
  public static Machine inspect() {
    double[] times = new double[REPETITIONS];
    for (int i = 0; i < REPETITIONS; i++) {
      times[i] = work();
    }
    // The first third warms up the compiler.
    double[] warm = Arrays.copyOfRange(times, REPETITIONS / 3, REPETITIONS);
    Arrays.sort(warm);
    int twentieth = warm.length / 20;
    double noise = (warm[warm.length - 1 - twentieth] - warm[twentieth]) / warm[warm.length / 2];
    return new Machine(
        processorName(),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        System.getProperty("java.version"),
        noise);
  }

  /** The line below every section's table. */
  public String note() {
    return String.format(
        Locale.ROOT,
        "*Measured on %s: %s, %d cores, %s, JDK %s. Noise: the slowest run of the same work took"
            + " %.0f %% longer than the fastest, without the 5 %% at either end.*",
        LocalDate.now(ZoneOffset.UTC),
        processor,
        cores,
        system,
        java,
        noise * 100);
  }

  private static double work() {
    long start = System.nanoTime();
    long state = start | 1;
    for (int i = 0; i < 8_000_000; i++) {
      state ^= state << 13;
      state ^= state >>> 7;
      state ^= state << 17;
    }
    // Never true, but the compiler cannot know and keeps the loop.
    if (state == 0) {
      throw new IllegalStateException();
    }
    return System.nanoTime() - start;
  }

  private static String processorName() {
    try {
      return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown processor");
    } catch (IOException e) {
      return "unknown processor";
    }
  }
}
