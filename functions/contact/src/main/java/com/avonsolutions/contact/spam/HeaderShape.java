package com.avonsolutions.contact.spam;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Checks whether a browser's request has the headers that every browser sends. */
public final class HeaderShape {
  private static final int MAX_POINTS = 60;

  /** Parts of the user agents of HTTP libraries and automated browsers. */
  private static final List<String> TOOLS =
      List.of(
          "curl/",
          "wget/",
          "python",
          "go-http-client",
          "java/",
          "okhttp",
          "libwww",
          "scrapy",
          "aiohttp",
          "node-fetch",
          "axios/",
          "headlesschrome",
          "phantomjs",
          "guzzle",
          "ruby");

  private HeaderShape() {}

  /**
   * Points for headers that are missing or odd.
   *
   * @param headers by lower-case name
   * @param fromPage whether a browser must have sent it; other programs post to the API with any
   *     headers and get no points
   */
  public static int points(Map<String, String> headers, boolean fromPage) {
    if (!fromPage) {
      return 0;
    }
    String agent = headers.getOrDefault("user-agent", "").toLowerCase(Locale.ROOT);
    int points = 0;
    if (agent.isBlank() || TOOLS.stream().anyMatch(agent::contains)) {
      points += 40;
    }
    if (headers.getOrDefault("accept-language", "").isBlank()) {
      points += 30;
    }
    // Since 2020 browsers send Origin with every form, at least "null".
    if (!headers.containsKey("origin") && !headers.containsKey("referer")) {
      points += 20;
    }
    return Math.min(points, MAX_POINTS);
  }
}
