package com.avonsolutions.bench.pages;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Result of one Lighthouse run for a page.
 *
 * @param tool e.g. {@code Lighthouse 12.8.2 in Chrome/156}
 * @param scores in the order of {@link #CATEGORIES}, 0 to 100
 * @param largestPaint Largest Contentful Paint, in ms
 * @param layoutShift Cumulative Layout Shift
 * @param blocked Total Blocking Time, in ms
 * @param beforePaint number of requests that block the first paint
 * @param requests number of all requests
 * @param warnings Lighthouse's warnings about the run
 */
record LighthouseResult(
    String tool,
    List<Double> scores,
    double largestPaint,
    double layoutShift,
    double blocked,
    int beforePaint,
    int requests,
    List<String> warnings) {

  static final List<String> CATEGORIES =
      List.of("performance", "accessibility", "best-practices", "seo");

  private static final Pattern BROWSER = Pattern.compile("Chrome/\\d+");

  /**
   * Reads Lighthouse's JSON.
   *
   * @throws IOException if a figure is missing
   */
  static LighthouseResult parse(String json) throws IOException {
    Map<String, Object> report = JSON.std.mapFrom(json);
    List<Double> scores = new ArrayList<>();
    for (String category : CATEGORIES) {
      scores.add(100 * number(report, "categories", category, "score"));
    }
    return new LighthouseResult(
        "Lighthouse " + text(report, "lighthouseVersion") + " in " + browser(report),
        List.copyOf(scores),
        number(report, "audits", "largest-contentful-paint", "numericValue"),
        number(report, "audits", "cumulative-layout-shift", "numericValue"),
        number(report, "audits", "total-blocking-time", "numericValue"),
        1 + list(report, "audits", "render-blocking-insight", "details", "items").size(),
        list(report, "audits", "network-requests", "details", "items").size(),
        list(report, "runWarnings").stream().map(Object::toString).toList());
  }

  private static String browser(Map<?, ?> report) throws IOException {
    Matcher name = BROWSER.matcher(text(report, "environment", "hostUserAgent"));
    return name.find() ? name.group() : "an unknown browser";
  }

  private static String text(Map<?, ?> report, String... path) throws IOException {
    if (at(report, path) instanceof String text) {
      return text;
    }
    throw new IOException("Lighthouse's report lacks " + String.join(".", path));
  }

  private static double number(Map<?, ?> report, String... path) throws IOException {
    if (at(report, path) instanceof Number number) {
      return number.doubleValue();
    }
    throw new IOException("Lighthouse's report lacks " + String.join(".", path));
  }

  private static Collection<?> list(Map<?, ?> report, String... path) throws IOException {
    if (at(report, path) instanceof Collection<?> list) {
      return list;
    }
    throw new IOException("Lighthouse's report lacks " + String.join(".", path));
  }

  private static @Nullable Object at(Map<?, ?> report, String... path) {
    Object value = report;
    for (String name : path) {
      value = value instanceof Map<?, ?> map ? map.get(name) : null;
    }
    return value;
  }
}
