package com.avonsolutions.local.page;

import com.avonsolutions.sandbox.event.Answer;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Answers of the local pages: never cached, and with a policy that allows what they need. */
public final class LocalAnswers {
  private static final String PAGE =
      "style-src 'self'; img-src data:; form-action 'self'; frame-src 'self'; frame-ancestors"
          + " 'none'";

  private LocalAnswers() {}

  public static Answer page(String html) {
    return ok("text/html; charset=utf-8", PAGE, html);
  }

  public static Answer json(Object value) throws IOException {
    return ok("application/json", "", JSON.std.asString(value));
  }

  /**
   * A document of any type.
   *
   * @param policy of content, besides that nothing else is loaded
   */
  public static Answer ok(String type, String policy, String body) {
    return answer(200, type, policy, Map.of(), body);
  }

  /** Back to a page, after a form was sent. */
  public static Answer seeOther(String path) {
    return answer(303, "text/plain", "", Map.of("location", path), "");
  }

  public static Answer error(int status, String message) {
    return answer(status, "text/plain; charset=utf-8", "", Map.of(), message + "\n");
  }

  private static Answer answer(
      int status, String type, String policy, Map<String, String> more, String body) {
    Map<String, String> headers = new HashMap<>(more);
    headers.put("content-type", type);
    headers.put("cache-control", "no-store");
    headers.put("x-content-type-options", "nosniff");
    headers.put("content-security-policy", "default-src 'none'; " + policy);
    return Answer.of(status, headers, body);
  }
}
