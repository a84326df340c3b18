package com.avonsolutions.bench.cold;

import com.avonsolutions.bench.MedianRange;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The section of docs/performance.md about cold starts. */
final class ColdSection {
  static final String CONTACT = "contact, as deployed";
  static final String BASELINE = "plain Java baseline, jars in lib/";
  static final String BASELINE_ALIKE = "plain Java baseline, packaged like contact";
  static final String NODE = "Node.js baseline";
  static final String CONTACT_CACHE = "contact, AOT cache";
  static final String BASELINE_CACHE = "plain Java baseline, packaged like contact, AOT cache";
  static final String CONTACT_PRIMED = "contact, primed as before a snapshot";

  private final Map<String, List<ColdStart>> results;
  private final StringBuilder text = new StringBuilder();

  private ColdSection(Map<String, List<ColdStart>> results) {
    this.results = results;
  }

  /**
   * Writes the section.
   *
   * @param artifact size of the contact function's zip in bytes
   * @param leftOut a sentence for each thing that was not measured
   */
  static String of(Map<String, List<ColdStart>> results, long artifact, List<String> leftOut) {
    ColdSection section = new ColdSection(results);
    section.starts();
    section.goals(artifact);
    leftOut.forEach(reason -> section.text.append('\n').append(reason).append('\n'));
    return section.text.toString();
  }

  private void starts() {
    int rounds = results.values().iterator().next().size();
    text.append("Medians of ")
        .append(rounds)
        .append(
            " rounds in which all variants start in turns, with lowest and highest in brackets;"
                + " milliseconds. *CPU* is CPU time until the first answer, which other work on the"
                + " machine disturbs less. After the restore of a snapshot a visitor waits for"
                + " *first invocation*.\n\n")
        .append(
            "| | ready | first answer | CPU | first invocation | second | warm p50 | warm p99 |"
                + " CPU, warm | peak MB | classes |\n")
        .append("|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n");
    results.forEach(
        (name, all) ->
            text.append("| ")
                .append(name)
                .append(cell(all, ColdStart::ready, 0))
                .append(cell(all, ColdStart::firstAnswer, 0))
                .append(cell(all, ColdStart::cpu, 0))
                .append(cell(all, ColdStart::firstInvocation, 1))
                .append(" | ")
                .append(number(median(all, ColdStart::secondInvocation), 1))
                .append(" | ")
                .append(number(median(all, ColdStart::warmMedian), 2))
                .append(" | ")
                .append(number(median(all, ColdStart::warmP99), 1))
                .append(" | ")
                .append(number(median(all, ColdStart::warmCpu), 2))
                .append(" | ")
                .append(number(median(all, ColdStart::peakMegabytes), 0))
                .append(" | ")
                .append(all.get(0).classes() == 0 ? "–" : all.get(0).classes())
                .append(" |\n"));
  }

  private void goals(long artifact) {
    text.append(
        "\nA ratio compares two starts of the same round, so that a machine that gets slower affects"
            + " both; shown is the median of the rounds' ratios.\n\n"
            + "| Figure | limit | aim | measured |\n|---|---:|---:|---:|\n");
    ratio(
        "contact / baseline, cold to first answer",
        CONTACT,
        BASELINE,
        ColdStart::firstAnswer,
        "1.15",
        "1.0");
    ratio("the same, CPU time", CONTACT, BASELINE, ColdStart::cpu, "", "");
    ratio(
        "the same, baseline packaged like contact",
        CONTACT,
        BASELINE_ALIKE,
        ColdStart::firstAnswer,
        "",
        "");
    ratio("its CPU time", CONTACT, BASELINE_ALIKE, ColdStart::cpu, "", "");
    ratio(
        "contact / baseline, both with AOT cache",
        CONTACT_CACHE,
        BASELINE_CACHE,
        ColdStart::firstAnswer,
        "1.2",
        "1.0");
    ratio("the same, CPU time", CONTACT_CACHE, BASELINE_CACHE, ColdStart::cpu, "", "");
    row(
        "first answer after priming / warm p50 of the same process",
        "3",
        "2",
        range(rounds(CONTACT_PRIMED), start -> start.firstInvocation() / start.warmMedian()));
    ratio("contact / baseline, warm p50", CONTACT, BASELINE, ColdStart::warmMedian, "1.1", "1.0");
    ratio("the same, CPU time", CONTACT, BASELINE, ColdStart::warmCpu, "", "");
    if (results.containsKey(NODE)) {
      ratio("contact / Node.js, warm p50", CONTACT, NODE, ColdStart::warmMedian, "", "1.0");
      ratio(
          "contact / Node.js, cold to first answer", CONTACT, NODE, ColdStart::firstAnswer, "", "");
    }
    row("contact, peak memory, MB", "110", "", range(rounds(CONTACT), ColdStart::peakMegabytes));
    ratio(
        "contact / baseline, peak memory", CONTACT, BASELINE, ColdStart::peakMegabytes, "", "1.15");
    row("contact, artifact as a zip, MB", "12", "10", MedianRange.of(artifact / 1e6));
  }

  private void ratio(
      String figure,
      String variant,
      String reference,
      ToDoubleFunction<ColdStart> value,
      String limit,
      String aim) {
    List<ColdStart> starts = rounds(variant);
    List<ColdStart> references = rounds(reference);
    double[] ratios =
        IntStream.range(0, starts.size())
            .mapToDouble(
                round ->
                    value.applyAsDouble(starts.get(round))
                        / value.applyAsDouble(references.get(round)))
            .toArray();
    row(figure, limit, aim, MedianRange.of(ratios));
  }

  private void row(String figure, String limit, String aim, MedianRange measured) {
    text.append("| ")
        .append(figure)
        .append(" | ")
        .append(limit.isEmpty() ? "" : "≤ " + limit)
        .append(" | ")
        .append(aim.isEmpty() ? "" : "≤ " + aim)
        .append(" | ")
        .append(measured.format(value -> number(value, 2)))
        .append(" |\n");
  }

  private List<ColdStart> rounds(String variant) {
    return results.getOrDefault(variant, List.of());
  }

  private static MedianRange range(List<ColdStart> all, ToDoubleFunction<ColdStart> value) {
    return MedianRange.of(all.stream().mapToDouble(value).toArray());
  }

  private static double median(List<ColdStart> all, ToDoubleFunction<ColdStart> value) {
    return range(all, value).median();
  }

  private static String cell(List<ColdStart> all, ToDoubleFunction<ColdStart> value, int digits) {
    return " | " + range(all, value).format(median -> number(median, digits));
  }

  private static String number(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }
}
