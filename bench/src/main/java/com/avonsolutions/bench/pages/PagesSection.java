package com.avonsolutions.bench.pages;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.avonsolutions.bench.Spread;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The tables of docs/performance.md about pages. */
final class PagesSection {
  private static final String HOME = "/";
  private static final String ENTRIES = "/faqs/";

  private PagesSection() {}

  /**
   * Writes them.
   *
   * @param looks of Lighthouse, by path; none if it is left out
   * @param leftOut why it is
   */
  static String of(
      List<PageWeight> weights, Map<String, List<Look>> looks, Optional<String> leftOut) {
    StringJoiner text = new StringJoiner("\n\n");
    text.add(goals(weights, looks));
    text.add(
        "Bytes of the HTML with its stylesheet, as they come over the line. \"To a browser\" is"
            + " what one gets that takes every coding, \"with everything\" adds what the page loads"
            + " besides. The first paint waits for the page itself and for stylesheets and scripts"
            + " that hold it up.");
    text.add(weights(weights));
    if (leftOut.isPresent()) {
      text.add("Lighthouse is left out, " + leftOut.get() + ".");
    } else {
      text.add(looks(looks));
    }
    return text.toString();
  }

  private static String goals(List<PageWeight> weights, Map<String, List<Look>> looks) {
    PageWeight home =
        weights.stream().filter(weight -> weight.path().equals(HOME)).findFirst().orElseThrow();
    int beforePaint = weights.stream().mapToInt(PageWeight::beforePaint).max().orElseThrow();
    StringJoiner table =
        table("Figure | Goal | Aim | Measured", "--- | ---: | ---: | ---:")
            .add(
                row(
                    "Home with its stylesheet, compressed",
                    "≤ 14,000 B",
                    "≤ 10,000 B",
                    bytes(home.browser())))
            .add(row("Requests before the first paint, most of any page", "1", "", beforePaint));
    if (!looks.isEmpty()) {
      double lowest =
          looks.values().stream()
              .flatMap(runs -> categories().mapToObj(i -> scores(runs, i).median()))
              .mapToDouble(Double::doubleValue)
              .min()
              .orElseThrow();
      table.add(row("Lighthouse, lowest median of a score", "100", "", whole(lowest)));
    }
    return table.toString();
  }

  private static String weights(List<PageWeight> weights) {
    StringJoiner table =
        table(
            "Page | Plain | gzip | Brotli | To a browser | With everything | Requests before paint |"
                + " Requests",
            "--- | ---: | ---: | ---: | ---: | ---: | ---: | ---:");
    weights.stream()
        .filter(weight -> !weight.path().startsWith(ENTRIES))
        .forEach(weight -> table.add(weight("`" + weight.path() + "`", weight)));
    List<PageWeight> entries =
        weights.stream().filter(weight -> weight.path().startsWith(ENTRIES)).toList();
    entries.stream()
        .max(Comparator.comparingInt(PageWeight::browser))
        .ifPresent(
            largest ->
                table.add(
                    weight(
                        "`" + largest.path() + "`, the largest of " + entries.size() + " answers",
                        largest)));
    return table.toString();
  }

  private static String weight(String name, PageWeight weight) {
    return row(
        name,
        bytes(weight.plain()),
        bytes(weight.gzip()),
        bytes(weight.brotli()),
        bytes(weight.browser()),
        bytes(weight.whole()),
        weight.beforePaint(),
        weight.requests());
  }

  private static String looks(Map<String, List<Look>> looks) {
    StringJoiner table =
        table(
            "Lighthouse, mobile | Performance | Accessibility | Best practices | SEO | LCP | CLS |"
                + " TBT",
            "--- | ---: | ---: | ---: | ---: | ---: | ---: | ---:");
    looks.forEach(
        (path, runs) ->
            table.add(
                row(
                    "`" + path + "`",
                    scores(runs, 0).show(PagesSection::whole),
                    scores(runs, 1).show(PagesSection::whole),
                    scores(runs, 2).show(PagesSection::whole),
                    scores(runs, 3).show(PagesSection::whole),
                    show(runs, Look::largestPaint, PagesSection::seconds),
                    show(
                        runs,
                        Look::layoutShift,
                        shift -> String.format(Locale.ROOT, "%.2f", shift)),
                    show(runs, Look::blocked, time -> whole(time) + " ms"))));
    List<Look> all = looks.values().stream().flatMap(List::stream).toList();
    return table
        + "\n\n"
        + all.get(0).by()
        + ": medians of "
        + all.size() / looks.size()
        + " runs, with the lowest and the highest where they differ."
        + warnings(all);
  }

  /** Each with the number of runs that had it. */
  private static String warnings(List<Look> looks) {
    StringBuilder text = new StringBuilder();
    looks.stream()
        .flatMap(look -> look.warnings().stream())
        .collect(groupingBy(identity(), TreeMap::new, counting()))
        .forEach(
            (warning, times) ->
                text.append("\n\nLighthouse warned in ")
                    .append(times)
                    .append(" of ")
                    .append(looks.size())
                    .append(" runs: ")
                    .append(warning));
    return text.toString();
  }

  private static IntStream categories() {
    return IntStream.range(0, Look.CATEGORIES.size());
  }

  private static Spread scores(List<Look> runs, int category) {
    return spread(runs, look -> look.scores().get(category));
  }

  private static String show(
      List<Look> runs, ToDoubleFunction<Look> figure, DoubleFunction<String> format) {
    return spread(runs, figure).show(format);
  }

  private static Spread spread(List<Look> runs, ToDoubleFunction<Look> figure) {
    return Spread.of(runs.stream().mapToDouble(figure).toArray());
  }

  private static StringJoiner table(String head, String rule) {
    return new StringJoiner("\n").add("| " + head + " |").add("| " + rule + " |");
  }

  private static String row(Object... cells) {
    StringJoiner row = new StringJoiner(" | ", "| ", " |");
    for (Object cell : cells) {
      row.add(cell.toString());
    }
    return row.toString();
  }

  private static String bytes(OptionalInt bytes) {
    return bytes.isPresent() ? bytes(bytes.getAsInt()) : "–";
  }

  private static String bytes(int bytes) {
    return String.format(Locale.ROOT, "%,d B", bytes);
  }

  private static String seconds(double millis) {
    return String.format(Locale.ROOT, "%.1f s", millis / 1000);
  }

  private static String whole(double number) {
    return String.format(Locale.ROOT, "%.0f", number);
  }
}
