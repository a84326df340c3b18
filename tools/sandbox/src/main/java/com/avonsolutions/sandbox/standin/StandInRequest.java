package com.avonsolutions.sandbox.standin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request as it reached a {@link StandInServer}.
 *
 * @param target path and query
 * @param headers by lower-case name
 */
public record StandInRequest(String method, URI target, Map<String, String> headers, byte[] body) {

  public String path() {
    return target.getPath();
  }

  public Map<String, String> query() {
    return decoded(Optional.ofNullable(target.getRawQuery()).orElse(""));
  }

  /** By name in lower case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  public String text() {
    return new String(body, UTF_8);
  }

  /** The fields of a form body. */
  public Map<String, String> form() {
    return decoded(text());
  }

  private static Map<String, String> decoded(String encoded) {
    Map<String, String> fields = new TreeMap<>();
    for (String pair : encoded.split("&", -1)) {
      String[] parts = pair.split("=", 2);
      fields.put(
          URLDecoder.decode(parts[0], UTF_8),
          parts.length == 2 ? URLDecoder.decode(parts[1], UTF_8) : "");
    }
    return fields;
  }
}
