package com.avonsolutions.bench.growth;

import com.avonsolutions.bench.RouteSample;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The section of docs/performance.md about growth.
 *
 * @param sizes rows of each table, ascending
 * @param costs for each sample, one cost per size
 */
record GrowthSection(List<Long> sizes, Map<RouteSample, List<RequestCost>> costs) {

  /** Whether this was measured and uses no table, so that larger tables change nothing. */
  boolean usesNoTable(RouteSample sample) {
    return !usesTables(costs.getOrDefault(sample, List.of())) && costs.containsKey(sample);
  }

  String markdown() {
    StringBuilder page = new StringBuilder();
    page.append("| Request | Units, new instance | Units, then | ");
    page.append(rows(0)).append(" → ").append(rows(sizes.size() - 1)).append(" rows | ");
    page.append(
        sizes.stream()
            .map(size -> "p50, " + rows(sizes.indexOf(size)))
            .collect(Collectors.joining(" | ")));
    page.append(" |\n|---|---|---|---|").append("---|".repeat(sizes.size())).append('\n');
    costs.forEach(
        (sample, cost) -> {
          if (usesTables(cost)) {
            page.append(line(sample, cost));
          }
        });
    String others =
        costs.entrySet().stream()
            .filter(entry -> !usesTables(entry.getValue()))
            .map(entry -> '`' + entry.getKey().route() + '`')
            .distinct()
            .collect(Collectors.joining(", "));
    return page
        + "\nWithout a table: "
        + others
        + ".\n\n![Units and latency of each request]"
        + "(images/growth.svg)\n";
  }

  private static String line(RouteSample sample, List<RequestCost> cost) {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %s | %s |%n",
        name(sample),
        change(cost.stream().map(RequestCost::first).toList()),
        change(cost.stream().map(RequestCost::after).toList()),
        growth(cost),
        cost.stream()
            .map(c -> String.format(Locale.ROOT, "%,.1f ms", c.p50Ms()))
            .collect(Collectors.joining(" | ")));
  }

  /** The last value, after the first one if they differ. */
  private static String change(List<Capacity> capacities) {
    String first = capacities.get(0).toString();
    String last = capacities.get(capacities.size() - 1).toString();
    return first.equals(last) ? last : first + " → " + last;
  }

  private static String growth(List<RequestCost> cost) {
    double growth = cost.get(cost.size() - 1).growthFrom(cost.get(0));
    String text = String.format(Locale.ROOT, "%+,.0f %%", growth * 100);
    return growth == 0 ? "+0 %" : "**" + text + "**";
  }

  /** The route, with a note where a route has several samples. */
  private static String name(RouteSample sample) {
    String code = '`' + sample.route() + '`';
    return switch (sample.event().toString()) {
      case "linkedin/post-deleted" -> code + ", erases";
      case "faq/api-answers-none" -> code + ", no answer";
      case "drain/lead" -> code + ", a lead of the queue";
      default -> code;
    };
  }

  private static boolean usesTables(List<RequestCost> cost) {
    return cost.stream().anyMatch(RequestCost::usesTables);
  }

  private String rows(int size) {
    long rows = sizes.get(size);
    return rows % 1_000_000 == 0 ? rows / 1_000_000 + " M" : rows / 1_000 + " k";
  }

  String plot() {
    List<DotPlot.Row> rows =
        costs.entrySet().stream()
            .filter(entry -> usesTables(entry.getValue()))
            .map(
                entry ->
                    new DotPlot.Row(
                        name(entry.getKey()).replace("`", ""),
                        List.of(
                            entry.getValue().stream().map(c -> c.first().total()).toList(),
                            entry.getValue().stream().map(c -> c.after().total()).toList(),
                            entry.getValue().stream().map(RequestCost::p50Ms).toList())))
            .toList();
    return new DotPlot(
            List.of("units, new instance", "units, then", "ms, p50"),
            sizes.stream().map(size -> rows(sizes.indexOf(size)) + " rows").toList(),
            rows)
        .svg();
  }
}
