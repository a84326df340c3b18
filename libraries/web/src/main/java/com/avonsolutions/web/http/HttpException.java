package com.avonsolutions.web.http;

import java.time.Duration;
import java.util.Map;

/** An error of the client, with the status and the text for it. */
public final class HttpException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient Map<String, String> headers;

  private HttpException(int status, String detail, Map<String, String> headers) {
    super(detail);
    this.status = status;
    this.headers = headers;
  }

  public static HttpException badRequest(String detail) {
    return new HttpException(400, detail, Map.of());
  }

  public static HttpException unauthorized(String detail) {
    return new HttpException(401, detail, Map.of());
  }

  /** The bearer token in {@code authorization} is missing or wrong. */
  public static HttpException tokenRequired(String detail) {
    return new HttpException(401, detail, Map.of("www-authenticate", "Bearer"));
  }

  public static HttpException forbidden(String detail) {
    return new HttpException(403, detail, Map.of());
  }

  public static HttpException notFound() {
    return new HttpException(404, "There is nothing at this address.", Map.of());
  }

  /**
   * The path does not support the method.
   *
   * @param allowed the methods that it supports, e.g. {@code GET, HEAD}
   */
  public static HttpException methodNotAllowed(String allowed) {
    return new HttpException(
        405, "This address answers " + allowed + " only.", Map.of("allow", allowed));
  }

  public static HttpException tooLarge(String detail) {
    return new HttpException(413, detail, Map.of());
  }

  public static HttpException unsupportedMediaType(String detail) {
    return new HttpException(415, detail, Map.of());
  }

  /** Too many requests of one client, with the time to retry after. */
  public static HttpException tooManyRequests(Duration retryAfter, String detail) {
    return new HttpException(
        429, detail, Map.of("retry-after", Long.toString(Math.max(1, retryAfter.toSeconds()))));
  }

  /** The response with this error's own headers, such as {@code retry-after}. */
  public Response addHeadersTo(Response response) {
    Response complete = response;
    for (var header : headers.entrySet()) {
      complete = complete.with(header.getKey(), header.getValue());
    }
    return complete;
  }

  public int status() {
    return status;
  }

  /** The text for the client, which never holds a value that somebody typed. */
  public String detail() {
    return String.valueOf(getMessage());
  }

  public Map<String, String> headers() {
    return headers;
  }
}
