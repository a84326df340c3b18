package com.avonsolutions.staff;

import java.io.PrintStream;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The part of a long list that is printed. */
final class PageOptions {

  /** A list of none would only say that there are more. */
  private static final class Limit implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String typed) {
      if (typed.matches("0+")) {
        throw new TypeConversionException("\"" + typed + "\" lists nothing: give 1 or more.");
      }
      return new Count().convert(typed);
    }
  }

  private static final class Count implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String typed) {
      if (!typed.matches("[0-9]{1,9}")) {
        throw new TypeConversionException("\"" + typed + "\" is not a number of lines to list.");
      }
      return Integer.parseInt(typed);
    }
  }

  @Option(
      names = "--limit",
      paramLabel = "N",
      converter = Limit.class,
      description = "List at most N (${DEFAULT-VALUE}).")
  private int limit = 100;

  @Option(
      names = "--skip",
      paramLabel = "N",
      converter = Count.class,
      description = "Leave out the first N.")
  private int skip;

  /**
   * Prints the part of the list, and how many there are: "3 leads on 2026-03-10", or "101 to 200 of
   * 4213 leads on 2026-03-10: add --skip 200 to see more".
   *
   * @param what one of them, e.g. {@code lead}
   * @param where e.g. {@code on 2026-03-10}; may be empty
   */
  <T> void print(PrintStream out, List<T> all, Consumer<T> line, String what, String where) {
    int from = Math.min(skip, all.size());
    int to = from + Math.min(limit, all.size() - from);
    all.subList(from, to).forEach(line);
    String total = all.size() + " " + what + (all.size() == 1 ? "" : "s") + " " + where;
    String more = to < all.size() ? ": add --skip " + to + " to see more" : "";
    out.println(
        from == 0 && to == all.size()
            ? total.strip()
            : ((from == to ? "none" : (from + 1) + " to " + to) + " of " + total).strip() + more);
  }
}
