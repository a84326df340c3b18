package com.avonsolutions.web.http;

import java.util.HashMap;
import java.util.Map;

/** Requests for tests without a handler. */
public final class Requests {

  private Requests() {}

  public static Request get(String path, String... headers) {
    return of("GET", path, new byte[0], headers);
  }

  /**
   * A request whose route is its path.
   *
   * @param headers names and values in turn
   */
  public static Request of(String method, String path, byte[] body, String... headers) {
    Map<String, String> all = new HashMap<>();
    for (int i = 0; i < headers.length; i += 2) {
      all.put(headers[i], headers[i + 1]);
    }
    return new Request(
        "request-1", method + " " + path, method, path, "", all, Map.of(), "203.0.113.7", body);
  }
}
