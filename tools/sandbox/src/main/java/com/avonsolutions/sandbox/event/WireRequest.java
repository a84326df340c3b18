package com.avonsolutions.sandbox.event;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A request that is written to the socket unchanged: an HTTP client would refuse or correct many of
 * the events, such as a malformed escape in the query.
 */
public record WireRequest(String method, String target, Map<String, String> headers, byte[] body) {

  /** API Gateway's limit for request line and headers together. */
  private static final int MAX_HEAD_BYTES = 10_240;

  /** Longer than a function's timeout and a container's start. */
  private static final int TIMEOUT_MILLIS = 60_000;

  /** Headers that the gateway or the connection adds. */
  private static final Set<String> ADDED_HEADERS =
      Set.of(
          "content-length",
          "host",
          "x-amzn-trace-id",
          "x-forwarded-for",
          "x-forwarded-port",
          "x-forwarded-proto");

  /** A request without a body. */
  public static WireRequest get(String target) {
    return new WireRequest("GET", target, Map.of(), new byte[0]);
  }

  /** A request with a body. */
  public static WireRequest post(String target, String type, byte[] body) {
    return new WireRequest("POST", target, Map.of("content-type", type), body);
  }

  /** The same with a header. */
  public WireRequest with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new WireRequest(method, target, more, body);
  }

  /** The same with another body. */
  public WireRequest with(byte[] other) {
    return new WireRequest(method, target, headers, other);
  }

  /** The same at another address. */
  public WireRequest at(String other) {
    return new WireRequest(method, other, headers, body);
  }

  /**
   * The request from which a gateway would create this event. Empty for events of other sources,
   * and for events that no request can cause: malformed Base64, JSON that is not UTF-8 (gateways
   * pass JSON as text), headers that the gateway itself refuses.
   */
  public static Optional<WireRequest> of(EventFixtures.Case fixture) {
    try {
      if (!EventFixtures.isRequest(fixture)) {
        return Optional.empty();
      }
      WireRequest request = of(JSON.std.mapFrom(fixture.event().toFile()));
      boolean text = request.headers.getOrDefault("content-type", "").endsWith("json");
      return request.head("localhost:65535").length <= MAX_HEAD_BYTES
              && (!text
                  || Arrays.equals(new String(request.body, UTF_8).getBytes(UTF_8), request.body))
          ? Optional.of(request)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(fixture + " cannot be read", e);
    }
  }

  private static WireRequest of(Map<String, Object> event) {
    Map<String, String> headers = new LinkedHashMap<>();
    object(event, "headers").forEach((name, value) -> headers.put(name, value.toString()));
    headers.keySet().removeAll(ADDED_HEADERS);
    if (event.get("cookies") instanceof List<?> cookies) {
      headers.put("cookie", String.join("; ", cookies.stream().map(String::valueOf).toList()));
    }
    String query = text(event, "rawQueryString");
    String body = text(event, "body");
    return new WireRequest(
        text(object(object(event, "requestContext"), "http"), "method"),
        escaped(text(event, "rawPath")) + (query.isEmpty() ? "" : "?" + query),
        headers,
        event.get("isBase64Encoded") == Boolean.TRUE
            ? Base64.getDecoder().decode(body)
            : body.getBytes(UTF_8));
  }

  public Answer sendTo(URI site) throws IOException {
    try (Socket socket = new Socket(site.getHost(), site.getPort())) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.getOutputStream().write(head(site.getAuthority()));
      socket.getOutputStream().write(body);
      return answer(socket.getInputStream().readAllBytes());
    }
  }

  private byte[] head(String host) {
    StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
    head.append("host: ").append(host).append("\r\n");
    headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    head.append("content-length: ").append(body.length).append("\r\nconnection: close\r\n\r\n");
    return head.toString().getBytes(UTF_8);
  }

  private static Answer answer(byte[] response) throws IOException {
    String all = new String(response, ISO_8859_1);
    int end = all.indexOf("\r\n\r\n");
    if (!all.startsWith("HTTP/1.") || end < 0) {
      throw new IOException("No HTTP answer: " + all);
    }
    String[] lines = all.substring(0, end).split("\r\n", -1);
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line : Arrays.asList(lines).subList(1, lines.length)) {
      String[] parts = line.split(": *", 2);
      headers.merge(parts[0].toLowerCase(Locale.ROOT), parts[1], (one, two) -> one + ", " + two);
    }
    if (headers.containsKey("transfer-encoding")) {
      throw new IOException("transfer-encoding is not supported here: " + lines[0]);
    }
    return Answer.of(
        Integer.parseInt(lines[0].split(" ", 3)[1]),
        headers,
        new ByteArrayInputStream(response, end + 4, response.length).readAllBytes());
  }

  @SuppressWarnings("unchecked") // the names of a JSON object are texts
  private static Map<String, Object> object(Map<String, Object> parent, String name) {
    return (Map<String, Object>) parent.getOrDefault(name, Map.of());
  }

  private static String text(Map<String, Object> parent, String name) {
    return parent.getOrDefault(name, "").toString();
  }

  /** Escapes what a request line may not contain, because events have decoded paths. */
  private static String escaped(String path) {
    StringBuilder escaped = new StringBuilder();
    for (byte b : path.getBytes(UTF_8)) {
      escaped.append(b > ' ' && b < 0x7f ? String.valueOf((char) b) : "%%%02X".formatted(b));
    }
    return escaped.toString();
  }
}
