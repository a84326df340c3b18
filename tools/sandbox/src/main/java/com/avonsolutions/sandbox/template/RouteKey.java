package com.avonsolutions.sandbox.template;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A parsed route key: its method and the segments of its path, some of them parameters. */
public record RouteKey(String text, String method, List<String> segments) {

  private static final String DEFAULT = "$default";

  /** Parses {@code GET /faqs/{slug}}, {@code ANY /files/{path+}} or {@code $default}. */
  public static RouteKey parse(String key) {
    if (key.equals(DEFAULT)) {
      return new RouteKey(key, "ANY", List.of());
    }
    int space = key.indexOf(' ');
    if (space < 0 || !key.startsWith("/", space + 1)) {
      throw new IllegalArgumentException("Not a route key: " + key);
    }
    return new RouteKey(key, key.substring(0, space), split(key.substring(space + 1)));
  }

  public boolean isDefault() {
    return text.equals(DEFAULT);
  }

  /** The decoded path parameters; empty when the path does not match. */
  public Map<String, String> parameters(String rawPath) {
    return match(rawPath).orElse(Map.of());
  }

  /**
   * The path parameters if the path matches. {@code $default} matches all paths; the caller checks
   * the method.
   */
  public Optional<Map<String, String>> match(String rawPath) {
    if (isDefault()) {
      return Optional.of(Map.of());
    }
    List<String> path = split(rawPath);
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 0; i < segments.size(); i++) {
      String segment = segments.get(i);
      if (i >= path.size()) {
        return Optional.empty();
      }
      if (segment.endsWith("+}")) {
        String rest = String.join("/", path.subList(i, path.size()));
        parameters.put(segment.substring(1, segment.length() - 2), decode(rest));
        return Optional.of(parameters);
      }
      if (segment.startsWith("{") && !path.get(i).isEmpty()) {
        parameters.put(segment.substring(1, segment.length() - 1), decode(path.get(i)));
      } else if (!segment.equals(path.get(i))) {
        return Optional.empty();
      }
    }
    return path.size() == segments.size() ? Optional.of(parameters) : Optional.empty();
  }

  private static List<String> split(String path) {
    return List.of(path.substring(1).split("/", -1));
  }

  /** Decodes percent signs only: in a path a plus is a plus. */
  private static String decode(String segment) {
    try {
      return URLDecoder.decode(segment.replace("+", "%2B"), UTF_8);
    } catch (IllegalArgumentException e) {
      return segment;
    }
  }
}
