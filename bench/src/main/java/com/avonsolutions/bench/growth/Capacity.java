package com.avonsolutions.bench.growth;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Capacity units that requests to tables have consumed. */
record Capacity(double read, double write) {
  static final Capacity ZERO = new Capacity(0, 0);

  /**
   * Reads ConsumedCapacity of a response: one object, or a list with one object per table.
   *
   * @param operation e.g. {@code Query}; decides whether the units are read or write units
   */
  static Capacity of(String operation, byte[] response) throws IOException {
    double units = units(JSON.std.mapFrom(response).get("ConsumedCapacity"));
    boolean reads = List.of("Query", "GetItem", "BatchGetItem", "Scan").contains(operation);
    return reads ? new Capacity(units, 0) : new Capacity(0, units);
  }

  private static double units(@Nullable Object consumed) {
    if (consumed instanceof List<?> tables) {
      return tables.stream().mapToDouble(Capacity::units).sum();
    }
    return consumed instanceof Map<?, ?> table && table.get("CapacityUnits") instanceof Number units
        ? units.doubleValue()
        : 0;
  }

  Capacity plus(Capacity other) {
    return new Capacity(read + other.read, write + other.write);
  }

  double total() {
    return read + write;
  }

  /** E.g. {@code 0.5 read, 12 write}. */
  @Override
  public String toString() {
    if (total() == 0) {
      return "0";
    }
    String reads = read == 0 ? "" : number(read) + " read";
    String writes = write == 0 ? "" : number(write) + " write";
    return reads + (reads.isEmpty() || writes.isEmpty() ? "" : ", ") + writes;
  }

  private static String number(double units) {
    return String.format(Locale.ROOT, units % 1 == 0 ? "%,.0f" : "%,.1f", units);
  }
}
