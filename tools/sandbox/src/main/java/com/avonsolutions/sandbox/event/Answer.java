package com.avonsolutions.sandbox.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** A parsed payload-2.0 response: header names in lower case, body as bytes. */
public final class Answer {

  private final int status;
  private final Map<String, String> headers;
  private final List<String> cookies;
  private final byte[] body;

  private Answer(int status, Map<String, String> headers, List<String> cookies, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.cookies = cookies;
    this.body = body;
  }

  /** An answer that no function gave, such as the gateway's own. */
  public static Answer of(int status, Map<String, String> headers, String body) {
    return of(status, headers, body.getBytes(UTF_8));
  }

  /** An answer of an HTTP server, header names in lower case. */
  public static Answer of(int status, Map<String, String> headers, byte[] body) {
    return new Answer(status, Map.copyOf(headers), List.of(), body);
  }

  /**
   * Parses a function's response. Stricter than API Gateway, which treats JSON without a statusCode
   * as the body of a 200: our functions always set a status.
   *
   * @throws IllegalArgumentException when it is no payload-2.0 response
   */
  public static Answer parse(byte[] response) {
    Map<String, Object> json;
    try {
      json = JSON.std.mapFrom(response);
    } catch (IOException e) {
      throw new IllegalArgumentException("The response is not a JSON object", e);
    }
    if (!(json.get("statusCode") instanceof Integer status) || status < 200 || status > 599) {
      throw new IllegalArgumentException(
          "statusCode must be a number from 200 to 599, it is " + json.get("statusCode"));
    }
    Map<String, String> headers = new TreeMap<>();
    Map<?, ?> given = member(json, "headers", Map.class, Map.of());
    given.forEach(
        (name, value) ->
            headers.put(name.toString().toLowerCase(Locale.ROOT), text("header " + name, value)));
    List<String> cookies =
        ((List<?>) member(json, "cookies", List.class, List.of()))
            .stream().map(cookie -> text("cookie", cookie)).toList();
    String body = member(json, "body", String.class, "");
    boolean encoded = member(json, "isBase64Encoded", Boolean.class, false);
    return new Answer(
        status,
        Map.copyOf(headers),
        cookies,
        encoded ? Base64.getDecoder().decode(body) : body.getBytes(UTF_8));
  }

  /** The same with other headers and another body. */
  public Answer with(Map<String, String> otherHeaders, byte[] otherBody) {
    return new Answer(status, Map.copyOf(otherHeaders), cookies, otherBody);
  }

  public int status() {
    return status;
  }

  /** By lower-case name. */
  public Map<String, String> headers() {
    return headers;
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** Each as in a Set-Cookie header. */
  public List<String> cookies() {
    return cookies;
  }

  /** The body as sent to the client: Base64 is decoded, compression is not. */
  public byte[] body() {
    return body.clone();
  }

  /** The body as UTF-8 text, uncompressed. */
  public String text() {
    String coding = headers.getOrDefault("content-encoding", "identity");
    return switch (coding) {
      case "identity" -> new String(body, UTF_8);
      case "gzip" -> {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
          yield new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
          throw new UncheckedIOException(
              "The body is not gzip, in spite of its content-encoding", e);
        }
      }
      default -> throw new IllegalStateException("Cannot read content-encoding " + coding);
    };
  }

  /** The body as a JSON object. */
  public Map<String, Object> json() {
    try {
      return JSON.std.mapFrom(text());
    } catch (IOException e) {
      throw new UncheckedIOException("The body is not a JSON object: " + text(), e);
    }
  }

  @Override
  public String toString() {
    return status + " " + headers + " " + cookies + " " + body.length + " bytes";
  }

  private static <T> T member(Map<String, Object> json, String name, Class<T> type, T absent) {
    Object member = json.get(name);
    if (member == null) {
      return absent;
    }
    if (!type.isInstance(member)) {
      throw new IllegalArgumentException(
          name + " must be a " + type.getSimpleName() + ", it is " + member);
    }
    return type.cast(member);
  }

  private static String text(String what, Object value) {
    if (!(value instanceof String || value instanceof Number || value instanceof Boolean)) {
      throw new IllegalArgumentException(what + " must be text, it is " + value);
    }
    String text = Objects.toString(value);
    if (text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0) {
      throw new IllegalArgumentException(what + " has a line break");
    }
    return text;
  }
}
