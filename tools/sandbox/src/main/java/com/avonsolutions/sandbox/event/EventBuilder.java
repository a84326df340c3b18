package com.avonsolutions.sandbox.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.avonsolutions.sandbox.template.RouteKey;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Builds payload-2.0 events like API Gateway's HTTP API: header names in lower case, several values
 * joined by commas, cookies separate from the headers, and every body that is not text in Base64,
 * forms included.
 */
public final class EventBuilder {

  private static final String DOMAIN = "abcdef1234.execute-api.us-east-1.amazonaws.com";
  private static final String BOUNDARY = "----TestBoundary7MA4YWxkTrZu0gW";
  private static final DateTimeFormatter CLF_TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT);

  private final String method;
  private String rawPath;
  private String rawQuery = "";
  private @Nullable String routeKey;
  private final Map<String, List<String>> headers = new TreeMap<>();
  private final List<String> cookies = new ArrayList<>();
  private final ByteArrayOutputStream multipart = new ByteArrayOutputStream();
  private byte @Nullable [] body;
  private @Nullable Boolean base64;
  private String domain = DOMAIN;
  private String sourceIp = "203.0.113.7";
  private String protocol = "HTTP/1.1";
  private String requestId = "JKJaXmPLvHcESHA=";
  private Instant time = Instant.parse("2026-01-15T10:30:00Z");

  private EventBuilder(String method, String target) {
    this.method = method;
    int question = target.indexOf('?');
    this.rawPath = question < 0 ? target : target.substring(0, question);
    this.rawQuery = question < 0 ? "" : target.substring(question + 1);
  }

  /** Starts with a request line's method and target; the target stays encoded. */
  public static EventBuilder request(String method, String target) {
    return new EventBuilder(method, target);
  }

  /** The matched route, e.g. {@code GET /faqs/{slug}}; by default method and path. */
  public EventBuilder routeKey(String key) {
    this.routeKey = key;
    return this;
  }

  /** Adds a header value; values of the same name are joined by commas. */
  public EventBuilder header(String name, String value) {
    headers.computeIfAbsent(name.toLowerCase(Locale.ROOT), n -> new ArrayList<>()).add(value);
    return this;
  }

  public EventBuilder cookie(String name, String value) {
    cookies.add(name + "=" + value);
    return this;
  }

  /** Adds all cookies of a browser's Cookie header. */
  public EventBuilder cookieHeader(String header) {
    for (String cookie : header.split(";", -1)) {
      cookies.add(cookie.trim());
    }
    return this;
  }

  /** Adds a query parameter, encoded. */
  public EventBuilder query(String name, String value) {
    rawQuery += (rawQuery.isEmpty() ? "" : "&") + encode(name) + "=" + encode(value);
    return this;
  }

  /** A form body; pass a LinkedHashMap if the order of fields matters. */
  public EventBuilder form(Map<String, String> fields) {
    return form(
        fields.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&")));
  }

  /** A form body that is already encoded, valid or malformed. */
  public EventBuilder form(String encoded) {
    return body("application/x-www-form-urlencoded", encoded.getBytes(UTF_8));
  }

  /** A JSON body as text, valid or malformed. */
  public EventBuilder json(String text) {
    return body("application/json", text.getBytes(UTF_8));
  }

  /** Any body with its content type. */
  public EventBuilder body(String contentType, byte[] content) {
    headers.put("content-type", new ArrayList<>(List.of(contentType)));
    return body(content);
  }

  /** Any body; {@link #header} sets its content type. */
  public EventBuilder body(byte[] content) {
    this.body = content.clone();
    return this;
  }

  /** Adds a field to a multipart body. */
  public EventBuilder multipart(String name, String value) {
    return part("Content-Disposition: form-data; name=\"" + name + "\"", value.getBytes(UTF_8));
  }

  /** Adds a file to a multipart body. */
  public EventBuilder multipart(String name, String filename, String type, byte[] content) {
    return part(
        "Content-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: %s"
            .formatted(name, filename, type),
        content);
  }

  /** Overrides whether the body is Base64: {@code sam local} differs from the cloud. */
  public EventBuilder base64(boolean encoded) {
    this.base64 = encoded;
    return this;
  }

  public EventBuilder sourceIp(String address) {
    this.sourceIp = address;
    return this;
  }

  public EventBuilder domain(String name) {
    this.domain = name;
    return this;
  }

  public EventBuilder protocol(String version) {
    this.protocol = version;
    return this;
  }

  public EventBuilder requestId(String id) {
    this.requestId = id;
    return this;
  }

  public EventBuilder time(Instant received) {
    this.time = received;
    return this;
  }

  /** The event as bytes of JSON, which a stream handler reads. */
  public byte[] build() {
    if (multipart.size() > 0) {
      multipart.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(UTF_8));
      body("multipart/form-data; boundary=" + BOUNDARY, multipart.toByteArray());
      multipart.reset();
    }
    String key = routeKey == null ? method + " " + rawPath : routeKey;
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("version", "2.0");
    event.put("routeKey", key);
    event.put("rawPath", decodedPath());
    event.put("rawQueryString", rawQuery);
    if (!cookies.isEmpty()) {
      event.put("cookies", cookies);
    }
    event.put("headers", joinedHeaders());
    Map<String, String> query = queryParameters();
    if (!query.isEmpty()) {
      event.put("queryStringParameters", query);
    }
    Map<String, String> path = RouteKey.parse(key).parameters(rawPath);
    if (!path.isEmpty()) {
      event.put("pathParameters", path);
    }
    event.put("requestContext", requestContext(key));
    if (body != null && body.length > 0) {
      boolean encoded = base64 == null ? !isText() : base64;
      event.put(
          "body", encoded ? Base64.getEncoder().encodeToString(body) : new String(body, UTF_8));
      event.put("isBase64Encoded", encoded);
    } else {
      event.put("isBase64Encoded", false);
    }
    try {
      return JSON.std.asBytes(event);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, Object> requestContext(String key) {
    Map<String, Object> http = new LinkedHashMap<>();
    http.put("method", method);
    http.put("path", decodedPath());
    http.put("protocol", protocol);
    http.put("sourceIp", sourceIp);
    http.put("userAgent", String.join(",", headers.getOrDefault("user-agent", List.of(""))));
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("accountId", "000000000000");
    context.put("apiId", "abcdef1234");
    context.put("domainName", domain);
    context.put("domainPrefix", domain.split("\\.", 2)[0]);
    context.put("http", http);
    context.put("requestId", requestId);
    context.put("routeKey", key);
    context.put("stage", "$default");
    context.put("time", CLF_TIME.format(time.atOffset(ZoneOffset.UTC)));
    context.put("timeEpoch", time.toEpochMilli());
    return context;
  }

  private Map<String, String> joinedHeaders() {
    Map<String, String> joined = new LinkedHashMap<>();
    headers.forEach((name, values) -> joined.put(name, String.join(",", values)));
    joined.putIfAbsent("host", domain);
    if (body != null) {
      joined.putIfAbsent("content-length", Integer.toString(body.length));
    }
    return joined;
  }

  private Map<String, String> queryParameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : rawQuery.split("&", -1)) {
      if (!pair.isEmpty()) {
        String[] nameAndValue = pair.split("=", 2);
        parameters.merge(
            decode(nameAndValue[0]),
            nameAndValue.length == 1 ? "" : decode(nameAndValue[1]),
            (first, next) -> first + "," + next);
      }
    }
    return parameters;
  }

  private boolean isText() {
    String type =
        String.join(",", headers.getOrDefault("content-type", List.of()))
            .split(";", 2)[0]
            .trim()
            .toLowerCase(Locale.ROOT);
    return type.startsWith("text/")
        || type.equals("application/json")
        || type.endsWith("+json")
        || type.equals("application/xml")
        || type.equals("application/javascript");
  }

  private EventBuilder part(String headers, byte[] content) {
    multipart.writeBytes(("--" + BOUNDARY + "\r\n" + headers + "\r\n\r\n").getBytes(UTF_8));
    multipart.writeBytes(content);
    multipart.writeBytes("\r\n".getBytes(UTF_8));
    return this;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  /** HTTP API decodes the path in spite of the field's name; a plus stays a plus. */
  private String decodedPath() {
    return decode(rawPath.replace("+", "%2B"));
  }

  /** Malformed escapes stay unchanged: the gateway does not refuse such a request. */
  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
