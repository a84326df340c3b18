package com.avonsolutions.web.http;

import com.avonsolutions.domain.submission.Violation;
import com.avonsolutions.text.json.JsonWriter;
import java.util.List;

/**
 * A problem document by RFC 9457, with our extension {@code violations}.
 *
 * @param type {@code about:blank}, because the status says it all
 */
public record Problem(
    String type, String title, int status, String detail, List<Violation> violations) {

  public static Problem of(int status, String detail) {
    return of(status, detail, List.of());
  }

  public static Problem of(int status, String detail, List<Violation> violations) {
    return new Problem("about:blank", title(status), status, detail, List.copyOf(violations));
  }

  /** The document. It has {@code violations} only if there are any. */
  public JsonWriter toJson() {
    JsonWriter problem =
        new JsonWriter()
            .put("type", type)
            .put("title", title)
            .put("status", status)
            .put("detail", detail);
    if (!violations.isEmpty()) {
      problem.put(
          "violations",
          violations.stream()
              .map(
                  violation ->
                      new JsonWriter()
                          .put("field", violation.field())
                          .put("message", violation.message()))
              .toList());
    }
    return problem;
  }

  private static String title(int status) {
    return switch (status) {
      case 400 -> "Bad request";
      case 401 -> "Not authorized";
      case 403 -> "Not allowed";
      case 404 -> "Not found";
      case 405 -> "Method not allowed";
      case 413 -> "Too large";
      case 415 -> "Unsupported media type";
      case 422 -> "Something needs a change";
      case 429 -> "Too many requests";
      case 503 -> "Not available right now";
      default -> "Something went wrong";
    };
  }
}
