package com.avonsolutions.web.http;

import com.avonsolutions.web.form.UrlEncoded;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as a function sees it.
 *
 * @param routeKey the route of template.yaml that took it, e.g. {@code GET /faqs/{slug}}; HEAD
 *     requests carry the GET route, because they are answered the same way
 * @param path as HTTP API gives it, percent-decoded and so with any character in it
 * @param headers by lower-case name
 * @param pathParameters decoded, by their name in the route
 * @param clientAddress the network address that API Gateway saw; empty when it does not say
 * @param body the bytes that the client sent, whatever API Gateway wrapped them in
 */
public record Request(
    String id,
    String routeKey,
    String method,
    String path,
    String rawQuery,
    Map<String, String> headers,
    Map<String, String> pathParameters,
    String clientAddress,
    byte[] body) {

  /** Reads everything of an event that cannot be broken, so that it can always be answered. */
  public static Request withoutBody(ApiEvent event) {
    String routeKey =
        event.routeKey().startsWith("HEAD ")
            ? "GET " + event.routeKey().substring("HEAD ".length())
            : event.routeKey();
    return new Request(
        event.requestId(),
        routeKey,
        event.method(),
        event.rawPath(),
        event.rawQueryString(),
        lowerCased(event.headers()),
        event.pathParameters(),
        event.sourceIp(),
        new byte[0]);
  }

  /**
   * The same request with the event's body. HTTP API hands bodies over as text or as Base64, and
   * which of them is no property of the content type; both give the same bytes.
   *
   * @throws HttpException 400 when the Base64 is broken
   */
  public Request withBodyOf(ApiEvent event) {
    byte[] sent = bytes(event.body(), event.isBase64Encoded());
    return new Request(
        id, routeKey, method, path, rawQuery, headers, pathParameters, clientAddress, sent);
  }

  private static byte[] bytes(String body, boolean base64) {
    if (!base64) {
      return body.getBytes(StandardCharsets.UTF_8);
    }
    try {
      return Base64.getDecoder().decode(body);
    } catch (IllegalArgumentException e) {
      throw HttpException.badRequest("The request's body arrived broken.");
    }
  }

  private static Map<String, String> lowerCased(Map<String, String> headers) {
    Map<String, String> lowerCased = new HashMap<>();
    headers.forEach((name, value) -> lowerCased.put(name.toLowerCase(Locale.ROOT), value));
    return Map.copyOf(lowerCased);
  }

  public Optional<String> header(String lowerCaseName) {
    return Optional.ofNullable(headers.get(lowerCaseName));
  }

  /**
   * A field of the query, or nothing when it is missing or only blanks.
   *
   * @throws HttpException 400 when the field is not percent-encoded UTF-8, or stands twice
   */
  public Optional<String> query(String name) {
    return UrlEncoded.value(rawQuery, name);
  }

  /** The path parameter that the route names. */
  public String pathParameter(String name) {
    return Optional.ofNullable(pathParameters.get(name)).orElseThrow(HttpException::notFound);
  }

  public boolean isHead() {
    return method.equals("HEAD");
  }

  /**
   * The origin of the page that a browser sent this from, if it is another one than ours. A browser
   * may hide it ({@code null}), and what is no browser names none.
   */
  public Optional<String> foreignOrigin() {
    String own = "//" + header("host").orElse("");
    return header("origin").filter(origin -> !origin.equals("null") && !origin.endsWith(own));
  }

  /**
   * Whether the answer should be a page: not under {@code /api/} and {@code /hooks/}, and not for a
   * client that asks for JSON and not for HTML.
   */
  public boolean wantsPage() {
    if (path.startsWith("/api/") || path.startsWith("/hooks/")) {
      return false;
    }
    String accept = header("accept").orElse("*/*").toLowerCase(Locale.ROOT);
    return accept.contains("text/html") || !accept.contains("json");
  }
}
