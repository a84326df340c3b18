package com.avonsolutions.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;

/**
 * The machine that measured, and how far its clock can be trusted: the same piece of work, done
 * again and again, takes how much longer at worst than usually.
 *
 * @param noise of the middle nine tenths of these times, as a part of their median
 */
public record Machine(String processor, int cores, String system, String java, double noise) {
  private static final int TIMES = 60;

  /** Looks at this machine, which takes a second or two. */
  public static Machine look() {
    double[] times = new double[TIMES];
    for (int i = 0; i < TIMES; i++) {
      times[i] = work();
    }
    // The first third has warmed the compiler.
    double[] warm = Arrays.copyOfRange(times, TIMES / 3, TIMES);
    Arrays.sort(warm);
    int cut = warm.length / 20;
    double noise = (warm[warm.length - 1 - cut] - warm[cut]) / warm[warm.length / 2];
    return new Machine(
        processorName(),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        System.getProperty("java.version"),
        noise);
  }

  /** What every section says below its table. */
  public String note() {
    return String.format(
        Locale.ROOT,
        "*Measured on %s: %s, %d cores, %s, JDK %s. Noise of the machine: the same work took %.0f %%"
            + " more at worst than at best, without its slowest and quickest twentieth.*",
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
    // Never true, and not known to the compiler.
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
