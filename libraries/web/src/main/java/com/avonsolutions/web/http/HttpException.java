package com.avonsolutions.web.http;

import java.time.Duration;
import java.util.Map;

/** A request that cannot be answered as asked, with the status and the words for its sender. */
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

  /** The sender did not say, or not rightly, in {@code authorization} that it may ask this. */
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
   * The path exists with other methods.
   *
   * @param allowed those methods, e.g. {@code GET, HEAD}
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

  /** Too many requests of one sender, with the time after which it may try again. */
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

  /** What may be shown to the sender: never a value that somebody typed. */
  public String detail() {
    return String.valueOf(getMessage());
  }

  public Map<String, String> headers() {
    return headers;
  }
}
