package com.avonsolutions.bench;

import java.util.Arrays;
import java.util.function.DoubleFunction;

/** Lowest value, median and highest value of several runs. */
public record MedianRange(double lowest, double median, double highest) {

  public static MedianRange of(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new MedianRange(sorted[0], median, sorted[sorted.length - 1]);
  }

  /** The median, with the range in brackets unless both ends look the same when formatted. */
  public String format(DoubleFunction<String> format) {
    String low = format.apply(lowest);
    String high = format.apply(highest);
    String middle = format.apply(median);
    return low.equals(high) ? middle : middle + " (" + low + " to " + high + ")";
  }
}
