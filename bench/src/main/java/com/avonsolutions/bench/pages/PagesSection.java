package com.avonsolutions.bench.pages;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.avonsolutions.bench.MedianRange;
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

/** The section of docs/performance.md about pages. */
final class PagesSection {
  private static final String HOME = "/";
  private static final String ENTRIES = "/faqs/";

  private PagesSection() {}

  /**
   * Writes the section.
   *
   * @param runsByPath Lighthouse's results; empty if it is left out
   * @param leftOut why Lighthouse is left out
   */
  static String of(
      List<PageWeight> weights,
      Map<String, List<LighthouseResult>> runsByPath,
      Optional<String> leftOut) {
    StringJoiner text = new StringJoiner("\n\n");
    text.add(goals(weights, runsByPath));
    text.add(
        "Bytes of the HTML with its stylesheet, as sent. \"To a browser\" is the coding that the"
            + " site chooses for a browser; \"with everything\" adds the resources that the page"
            + " loads. \"Requests before paint\" counts the page and what blocks its first paint.");
    text.add(weights(weights));
    if (leftOut.isPresent()) {
      text.add("Lighthouse is left out, " + leftOut.get() + ".");
    } else {
      text.add(lighthouse(runsByPath));
    }
    return text.toString();
  }

  private static String goals(
      List<PageWeight> weights, Map<String, List<LighthouseResult>> runsByPath) {
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
    if (!runsByPath.isEmpty()) {
      double lowest =
          runsByPath.values().stream()
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

  private static String lighthouse(Map<String, List<LighthouseResult>> runsByPath) {
    StringJoiner table =
        table(
            "Lighthouse, mobile | Performance | Accessibility | Best practices | SEO | LCP | CLS |"
                + " TBT",
            "--- | ---: | ---: | ---: | ---: | ---: | ---: | ---:");
    runsByPath.forEach(
        (path, runs) ->
            table.add(
                row(
                    "`" + path + "`",
                    scores(runs, 0).format(PagesSection::whole),
                    scores(runs, 1).format(PagesSection::whole),
                    scores(runs, 2).format(PagesSection::whole),
                    scores(runs, 3).format(PagesSection::whole),
                    cell(runs, LighthouseResult::largestPaint, PagesSection::seconds),
                    cell(
                        runs,
                        LighthouseResult::layoutShift,
                        shift -> String.format(Locale.ROOT, "%.2f", shift)),
                    cell(runs, LighthouseResult::blocked, time -> whole(time) + " ms"))));
    List<LighthouseResult> all = runsByPath.values().stream().flatMap(List::stream).toList();
    return table
        + "\n\n"
        + all.get(0).tool()
        + ": medians of "
        + all.size() / runsByPath.size()
        + " runs, with the lowest and the highest where they differ."
        + warnings(all);
  }

  /** Each warning with the number of runs that had it. */
  private static String warnings(List<LighthouseResult> runs) {
    StringBuilder text = new StringBuilder();
    runs.stream()
        .flatMap(run -> run.warnings().stream())
        .collect(groupingBy(identity(), TreeMap::new, counting()))
        .forEach(
            (warning, times) ->
                text.append("\n\nLighthouse warned in ")
                    .append(times)
                    .append(" of ")
                    .append(runs.size())
                    .append(" runs: ")
                    .append(warning));
    return text.toString();
  }

  private static IntStream categories() {
    return IntStream.range(0, LighthouseResult.CATEGORIES.size());
  }

  private static MedianRange scores(List<LighthouseResult> runs, int category) {
    return range(runs, run -> run.scores().get(category));
  }

  private static String cell(
      List<LighthouseResult> runs,
      ToDoubleFunction<LighthouseResult> figure,
      DoubleFunction<String> format) {
    return range(runs, figure).format(format);
  }

  private static MedianRange range(
      List<LighthouseResult> runs, ToDoubleFunction<LighthouseResult> figure) {
    return MedianRange.of(runs.stream().mapToDouble(figure).toArray());
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
