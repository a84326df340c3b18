package com.avonsolutions.web.http;

import com.avonsolutions.text.Unicode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An HTTP request.
 *
 * @param routeKey the route of template.yaml that matches, e.g. {@code GET /faqs/{slug}}; the GET
 *     route for HEAD requests, which get the same response without a body
 * @param path percent-decoded by API Gateway, so it can hold any character
 * @param headers by lower-case name
 * @param pathParameters decoded, by their name in the route
 * @param clientAddress the IP address that API Gateway saw; empty when the event has none
 * @param body the bytes that the client sent, after any Base64 of the event
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

  /** Reads all parts that cannot be malformed, so that every event can be answered. */
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
   * The same request with the event's body, which is text or Base64 regardless of the content type.
   *
   * @throws HttpException 400 when the Base64 is malformed
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
   * A field of the query; empty when it is missing or blank.
   *
   * @throws HttpException 400 when the field is not percent-encoded UTF-8, or is repeated
   */
  public Optional<String> query(String name) {
    return UrlEncoded.value(rawQuery, name).map(Unicode::withoutTurns);
  }

  /** A path parameter of the route. */
  public String pathParameter(String name) {
    return Optional.ofNullable(pathParameters.get(name)).orElseThrow(HttpException::notFound);
  }

  public boolean isHead() {
    return method.equals("HEAD");
  }

  /**
   * The origin of the page that sent this, if it is on another site. Empty also when the browser
   * hides the origin ({@code null}) or the client is not a browser.
   *
   * @param site the site's own origin, if it is set: a proxy in front of the API replaces Host
   */
  public Optional<String> foreignOrigin(Optional<String> site) {
    String own = "//" + header("host").orElse("");
    return header("origin")
        .filter(
            origin ->
                !origin.equals("null")
                    && !origin.endsWith(own)
                    && site.filter(origin::equalsIgnoreCase).isEmpty());
  }

  /**
   * Whether the response should be a page: not below {@code /api/} and {@code /hooks/}, and not for
   * a client that accepts JSON but not HTML.
   */
  public boolean wantsPage() {
    if (path.startsWith("/api/") || path.startsWith("/hooks/")) {
      return false;
    }
    String accept = header("accept").orElse("*/*").toLowerCase(Locale.ROOT);
    return accept.contains("text/html") || !accept.contains("json");
  }
}
