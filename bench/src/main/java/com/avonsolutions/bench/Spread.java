package com.avonsolutions.bench;

import java.util.Arrays;
import java.util.function.DoubleFunction;

/** What several runs gave. */
public record Spread(double lowest, double median, double highest) {

  /** Of at least one value. */
  public static Spread of(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Spread(sorted[0], median, sorted[sorted.length - 1]);
  }

  /** The median, and where the runs differ as one reads them, how far. */
  public String show(DoubleFunction<String> format) {
    String low = format.apply(lowest);
    String high = format.apply(highest);
    String middle = format.apply(median);
    return low.equals(high) ? middle : middle + " (" + low + " to " + high + ")";
  }
}
