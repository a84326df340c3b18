package com.avonsolutions.bench.cold;

import com.avonsolutions.bench.Spread;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The tables of docs/performance.md about cold starts. */
final class ColdSection {
  static final String CONTACT = "contact, as deployed";
  static final String TWIN = "twin in plain Java, jars in lib/";
  static final String TWIN_ALIKE = "twin in plain Java, laid out as contact";
  static final String NODE = "twin in Node.js";
  static final String CONTACT_CACHE = "contact, AOT cache";
  static final String TWIN_CACHE = "twin in plain Java, laid out as contact, AOT cache";
  static final String CONTACT_PRIMED = "contact, primed as before a snapshot";

  private final Map<String, List<Start>> results;
  private final StringBuilder text = new StringBuilder();

  private ColdSection(Map<String, List<Start>> results) {
    this.results = results;
  }

  /**
   * Writes the section.
   *
   * @param artifact bytes of the contact function's zip
   * @param leftOut what could not be measured, and why
   */
  static String of(Map<String, List<Start>> results, long artifact, List<String> leftOut) {
    ColdSection section = new ColdSection(results);
    section.starts();
    section.goals(artifact);
    leftOut.forEach(what -> section.text.append('\n').append(what).append('\n'));
    return section.text.toString();
  }

  private void starts() {
    int rounds = results.values().iterator().next().size();
    text.append("Medians of ")
        .append(rounds)
        .append(
            " rounds in which all started by turns, in brackets the least and the most;"
                + " milliseconds. *Processor* is the processor's time until the first answer, which"
                + " other work on the machine disturbs less. After a snapshot's restore a visitor"
                + " waits for *first alone*.\n\n")
        .append(
            "| | ready | first answer | processor | first alone | second | warm p50 | warm p99 | processor, warm |"
                + " peak MB | classes |\n")
        .append("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n");
    results.forEach(
        (name, all) ->
            text.append("| ")
                .append(name)
                .append(cell(all, Start::ready, 0))
                .append(cell(all, Start::first, 0))
                .append(cell(all, Start::work, 0))
                .append(cell(all, Start::firstAlone, 1))
                .append(" | ")
                .append(number(median(all, Start::second), 1))
                .append(" | ")
                .append(number(median(all, Start::median), 2))
                .append(" | ")
                .append(number(median(all, Start::worst), 1))
                .append(" | ")
                .append(number(median(all, Start::warmWork), 2))
                .append(" | ")
                .append(number(median(all, Start::peakMegabytes), 0))
                .append(" | ")
                .append(all.get(0).classes() == 0 ? "–" : all.get(0).classes())
                .append(" |\n"));
  }

  private void goals(long artifact) {
    text.append(
        "\nRatios are medians of those of each round, whose starts follow one another: a machine that"
            + " grows slower meets both sides.\n\n"
            + "| Figure | at least | aim | measured |\n|---|---:|---:|---:|\n");
    ratio("contact / twin, cold to first answer", CONTACT, TWIN, Start::first, "1.15", "1.0");
    ratio("the same, processor's time", CONTACT, TWIN, Start::work, "", "");
    ratio("the same, with the twin laid out alike", CONTACT, TWIN_ALIKE, Start::first, "", "");
    ratio("its processor's time", CONTACT, TWIN_ALIKE, Start::work, "", "");
    ratio(
        "contact / twin, both with AOT cache",
        CONTACT_CACHE,
        TWIN_CACHE,
        Start::first,
        "1.2",
        "1.0");
    ratio("the same, processor's time", CONTACT_CACHE, TWIN_CACHE, Start::work, "", "");
    row(
        "first answer after priming / warm p50 of the same process",
        "3",
        "2",
        spread(rounds(CONTACT_PRIMED), start -> start.firstAlone() / start.median()));
    ratio("contact / twin, warm p50", CONTACT, TWIN, Start::median, "1.1", "1.0");
    ratio("the same, processor's time", CONTACT, TWIN, Start::warmWork, "", "");
    if (results.containsKey(NODE)) {
      ratio("contact / Node.js, warm p50", CONTACT, NODE, Start::median, "", "1.0");
      ratio("contact / Node.js, cold to first answer", CONTACT, NODE, Start::first, "", "");
    }
    row("contact, peak memory, MB", "110", "", spread(rounds(CONTACT), Start::peakMegabytes));
    ratio("contact / twin, peak memory", CONTACT, TWIN, Start::peakMegabytes, "", "1.15");
    row("contact, artifact as a zip, MB", "12", "10", Spread.of(artifact / 1e6));
  }

  private void ratio(
      String figure,
      String one,
      String other,
      ToDoubleFunction<Start> value,
      String least,
      String aim) {
    List<Start> ones = rounds(one);
    List<Start> others = rounds(other);
    double[] ratios =
        IntStream.range(0, ones.size())
            .mapToDouble(
                round ->
                    value.applyAsDouble(ones.get(round)) / value.applyAsDouble(others.get(round)))
            .toArray();
    row(figure, least, aim, Spread.of(ratios));
  }

  private void row(String figure, String least, String aim, Spread measured) {
    text.append("| ")
        .append(figure)
        .append(" | ")
        .append(least.isEmpty() ? "" : "≤ " + least)
        .append(" | ")
        .append(aim.isEmpty() ? "" : "≤ " + aim)
        .append(" | ")
        .append(measured.show(value -> number(value, 2)))
        .append(" |\n");
  }

  private List<Start> rounds(String variant) {
    return results.getOrDefault(variant, List.of());
  }

  private static Spread spread(List<Start> all, ToDoubleFunction<Start> value) {
    return Spread.of(all.stream().mapToDouble(value).toArray());
  }

  private static double median(List<Start> all, ToDoubleFunction<Start> value) {
    return spread(all, value).median();
  }

  private static String cell(List<Start> all, ToDoubleFunction<Start> value, int digits) {
    return " | " + spread(all, value).show(one -> number(one, digits));
  }

  private static String number(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }
}
