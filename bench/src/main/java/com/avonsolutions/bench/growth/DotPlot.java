package com.avonsolutions.bench.growth;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A plot with a row for each kind of request and a circle for each table size; larger tables have
 * larger circles. Where nothing grows, the circles of a row are concentric. Axes are logarithmic.
 * The background is transparent, and colours follow the reader's light or dark scheme.
 *
 * @param panels titles of the panels, which stand side by side
 * @param sizes labels of the circles, smallest first
 */
record DotPlot(List<String> panels, List<String> sizes, List<Row> rows) {
  private static final int LABELS = 290;
  private static final int PANEL = 190;
  private static final int GAP = 22;
  private static final int LINE = 20;
  private static final int TOP = 58;
  private static final int BOTTOM = 12;

  /** For each panel, one value for each size. */
  record Row(String name, List<List<Double>> values) {}

  String svg() {
    StringBuilder svg = new StringBuilder();
    int width = LABELS + panels.size() * (PANEL + GAP);
    int height = TOP + rows.size() * LINE + BOTTOM;
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-label="%s">
        <style>
        text { font: 12px system-ui, sans-serif; fill: #24292f }
        .axis { stroke: #d0d7de } .scale { fill: #57606a; font-size: 10px }
        circle { fill: none; stroke: #0969da; stroke-width: 1.6 }
        @media (prefers-color-scheme: dark) {
          text { fill: #e6edf3 } .axis { stroke: #3d444d } .scale { fill: #9198a1 }
          circle { stroke: #4493f8 }
        }
        </style>
        """
            .formatted(width, height, String.join(", ", panels) + " by rows of the tables"));
    legend(svg);
    IntStream.range(0, panels.size()).forEach(panel -> panel(svg, panel));
    for (int row = 0; row < rows.size(); row++) {
      text(svg, LABELS - GAP, y(row) + 4, "text-anchor=\"end\"", rows.get(row).name());
    }
    return svg.append("</svg>\n").toString();
  }

  private void legend(StringBuilder svg) {
    for (int size = 0; size < sizes.size(); size++) {
      int x = LABELS + size * 110;
      circle(svg, x, 12, size);
      text(svg, x + 14, 16, "", sizes.get(size));
    }
  }

  private void panel(StringBuilder svg, int panel) {
    int left = LABELS + panel * (PANEL + GAP);
    double lowest = exponent(panel, true);
    double highest = exponent(panel, false);
    text(svg, left, TOP - 24, "", panels.get(panel));
    for (double power = lowest; power <= highest; power++) {
      double x = left + PANEL * (power - lowest) / (highest - lowest);
      svg.append(
          String.format(
              Locale.ROOT,
              "<line class=\"axis\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\"/>%n",
              x,
              x,
              TOP - 4,
              TOP + rows.size() * LINE));
      text(svg, x, TOP - 8, "class=\"scale\" text-anchor=\"middle\"", power(power));
    }
    for (int row = 0; row < rows.size(); row++) {
      List<Double> values = rows.get(row).values().get(panel);
      for (int size = 0; size < values.size(); size++) {
        if (values.get(size) > 0) {
          double fraction = (Math.log10(values.get(size)) - lowest) / (highest - lowest);
          circle(svg, left + PANEL * fraction, y(row), size);
        }
      }
    }
  }

  /** The exponent of the power of ten below all values of a panel, or above them. */
  private double exponent(int panel, boolean below) {
    double[] logs =
        rows.stream()
            .flatMap(row -> row.values().get(panel).stream())
            .filter(value -> value > 0)
            .mapToDouble(Math::log10)
            .sorted()
            .toArray();
    if (logs.length == 0) {
      return below ? 0 : 1;
    }
    double lowest = Math.floor(logs[0]);
    return below ? lowest : Math.max(lowest + 1, Math.ceil(logs[logs.length - 1]));
  }

  private static String power(double power) {
    return String.format(
        Locale.ROOT, power < 0 ? "%." + (int) -power + "f" : "%,.0f", Math.pow(10, power));
  }

  private static int y(int row) {
    return TOP + row * LINE + LINE / 2;
  }

  private static void circle(StringBuilder svg, double x, double y, int size) {
    svg.append(
        String.format(
            Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.0f\" r=\"%.1f\"/>%n", x, y, 2 + 2.5 * size));
  }

  private static void text(StringBuilder svg, double x, double y, String attributes, String text) {
    String escaped = text.replace("&", "&amp;").replace("<", "&lt;");
    svg.append(
        String.format(
            Locale.ROOT, "<text x=\"%.1f\" y=\"%.0f\" %s>%s</text>%n", x, y, attributes, escaped));
  }
}
