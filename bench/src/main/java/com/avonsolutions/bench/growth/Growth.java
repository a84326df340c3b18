package com.avonsolutions.bench.growth;

import com.avonsolutions.bench.RouteSample;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What each route costs with tables of several sizes.
 *
 * @param sizes rows of each table, ascending
 * @param costs one for each size
 */
record Growth(List<Long> sizes, Map<RouteSample, List<Cost>> costs) {

  /** Whether the smallest tables have shown that it asks none: a larger one changes nothing. */
  boolean isWithoutTable(RouteSample sample) {
    return !touchesTables(costs.getOrDefault(sample, List.of())) && costs.containsKey(sample);
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
          if (touchesTables(cost)) {
            page.append(line(sample, cost));
          }
        });
    String others =
        costs.entrySet().stream()
            .filter(entry -> !touchesTables(entry.getValue()))
            .map(entry -> '`' + entry.getKey().route() + '`')
            .distinct()
            .collect(Collectors.joining(", "));
    return page
        + "\nWithout a table: "
        + others
        + ".\n\n![Units and latency of each request]"
        + "(images/growth.svg)\n";
  }

  private static String line(RouteSample sample, List<Cost> cost) {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %s | %s |%n",
        name(sample),
        change(cost.stream().map(Cost::first).toList()),
        change(cost.stream().map(Cost::after).toList()),
        growth(cost),
        cost.stream()
            .map(c -> String.format(Locale.ROOT, "%,.1f ms", c.p50Ms()))
            .collect(Collectors.joining(" | ")));
  }

  /** The last, and the first where it was another. */
  private static String change(List<Capacity> capacities) {
    String first = capacities.get(0).toString();
    String last = capacities.get(capacities.size() - 1).toString();
    return first.equals(last) ? last : first + " → " + last;
  }

  private static String growth(List<Cost> cost) {
    double growth = cost.get(cost.size() - 1).growthFrom(cost.get(0));
    String text = String.format(Locale.ROOT, "%+,.0f %%", growth * 100);
    return growth == 0 ? "+0 %" : "**" + text + "**";
  }

  /** The route, and the event where its route has several. */
  private static String name(RouteSample sample) {
    String code = '`' + sample.route() + '`';
    return switch (sample.event().toString()) {
      case "linkedin/post-deleted" -> code + ", erases";
      case "faq/api-answers-none" -> code + ", no answer";
      case "drain/lead" -> code + ", a lead of the queue";
      default -> code;
    };
  }

  private static boolean touchesTables(List<Cost> cost) {
    return cost.stream().anyMatch(Cost::touchesTables);
  }

  private String rows(int size) {
    long rows = sizes.get(size);
    return rows % 1_000_000 == 0 ? rows / 1_000_000 + " M" : rows / 1_000 + " k";
  }

  String plot() {
    List<DotPlot.Row> rows =
        costs.entrySet().stream()
            .filter(entry -> touchesTables(entry.getValue()))
            .map(
                entry ->
                    new DotPlot.Row(
                        name(entry.getKey()).replace("`", ""),
                        List.of(
                            entry.getValue().stream().map(c -> c.first().total()).toList(),
                            entry.getValue().stream().map(c -> c.after().total()).toList(),
                            entry.getValue().stream().map(Cost::p50Ms).toList())))
            .toList();
    return new DotPlot(
            List.of("units, new instance", "units, then", "ms, p50"),
            sizes.stream().map(size -> rows(sizes.indexOf(size)) + " rows").toList(),
            rows)
        .svg();
  }
}
