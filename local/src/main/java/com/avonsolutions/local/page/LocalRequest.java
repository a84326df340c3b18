package com.avonsolutions.local.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A request to a page of the local server.
 *
 * @param query undecoded, without the question mark
 * @param headers by lower-case name
 */
public record LocalRequest(
    String method, String path, String query, Map<String, String> headers, byte[] body) {

  public boolean isGet() {
    return method.equals("GET") || method.equals("HEAD");
  }

  /** A parameter of the query. */
  public Optional<String> parameter(String name) {
    return Optional.ofNullable(decoded(query).get(name));
  }

  /** A field of a form's body. */
  public Optional<String> field(String name) {
    return Optional.ofNullable(decoded(new String(body, UTF_8)).get(name));
  }

  private static Map<String, String> decoded(String pairs) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String pair : pairs.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      try {
        fields.put(
            URLDecoder.decode(parts[0], UTF_8),
            parts.length == 2 ? URLDecoder.decode(parts[1], UTF_8) : "");
      } catch (IllegalArgumentException e) {
        // A half escape is nobody's parameter.
      }
    }
    return fields;
  }
}
