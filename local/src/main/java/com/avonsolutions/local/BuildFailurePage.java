package com.avonsolutions.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.avonsolutions.sandbox.event.Answer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shows why a build failed at the top of an HTML page. */
record BuildFailurePage(String failure) {
  static final String STYLESHEET = "/_local/build-failure.css";

  /** Without these request headers a page comes whole and not compressed. */
  static final Set<String> UNWANTED =
      Set.of("accept-encoding", "if-none-match", "if-modified-since");

  private static final Pattern BODY = Pattern.compile("<body[^>]*>");

  Answer on(Answer page) {
    if (!page.header("content-type").orElse("").startsWith("text/html")) {
      return page;
    }
    String html = page.text();
    Matcher body = BODY.matcher(html);
    int top = body.find() ? body.end() : 0;
    Map<String, String> headers = new HashMap<>(page.headers());
    headers.remove("etag");
    headers.put("cache-control", "no-store");
    // A page's policy forbids all stylesheets but its own.
    headers.computeIfPresent(
        "content-security-policy",
        (name, policy) -> policy.replace("style-src", "style-src 'self'"));
    return page.with(
        headers, (html.substring(0, top) + block() + html.substring(top)).getBytes(UTF_8));
  }

  private String block() {
    return "<link rel=\"stylesheet\" href=\""
        + STYLESHEET
        + "\"><pre id=\"build-failure\" role=\"alert\">"
        + failure.replace("&", "&amp;").replace("<", "&lt;")
        + "</pre>";
  }
}
