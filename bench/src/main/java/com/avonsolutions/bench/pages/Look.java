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
 * What Lighthouse saw when it looked at a page once.
 *
 * @param by what looked, e.g. {@code Lighthouse 12.8.2 in Chrome/156}
 * @param scores in the order of {@link #CATEGORIES}, each of 100
 * @param largestPaint until the largest piece of content stands there, in ms
 * @param layoutShift how far content jumps, 0 for not at all
 * @param blocked how long the page would not have reacted while it loaded, in ms
 * @param beforePaint how many requests the first paint waited for
 * @param requests how many there were in all
 * @param warnings what may have made the figures worse or wrong
 */
record Look(
    String by,
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
  static Look parse(String json) throws IOException {
    Map<String, Object> report = JSON.std.mapFrom(json);
    List<Double> scores = new ArrayList<>();
    for (String category : CATEGORIES) {
      scores.add(100 * number(report, "categories", category, "score"));
    }
    return new Look(
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
    throw new IOException("Lighthouse gave no " + String.join(".", path));
  }

  private static double number(Map<?, ?> report, String... path) throws IOException {
    if (at(report, path) instanceof Number number) {
      return number.doubleValue();
    }
    throw new IOException("Lighthouse gave no " + String.join(".", path));
  }

  private static Collection<?> list(Map<?, ?> report, String... path) throws IOException {
    if (at(report, path) instanceof Collection<?> list) {
      return list;
    }
    throw new IOException("Lighthouse gave no " + String.join(".", path));
  }

  private static @Nullable Object at(Map<?, ?> report, String... path) {
    Object value = report;
    for (String name : path) {
      value = value instanceof Map<?, ?> map ? map.get(name) : null;
    }
    return value;
  }
}
