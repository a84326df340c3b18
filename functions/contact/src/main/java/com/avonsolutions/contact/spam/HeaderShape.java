package com.avonsolutions.contact.spam;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whether a request that says it comes from a browser has what every browser sends. */
public final class HeaderShape {
  private static final int MOST = 60;

  /** Names that tools for scripts give themselves, which nobody has in a browser. */
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
   * Points for what is missing or odd.
   *
   * @param headers by lower-case name
   * @param fromPage whether a browser must have sent it. What programs post to the API is theirs to
   *     shape, and gets nothing.
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
    // Browsers name the page's origin with every form they post since 2020; privacy settings
    // make it "null", which is there too.
    if (!headers.containsKey("origin") && !headers.containsKey("referer")) {
      points += 20;
    }
    return Math.min(points, MOST);
  }
}
