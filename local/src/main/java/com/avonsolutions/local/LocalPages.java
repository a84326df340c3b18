package com.avonsolutions.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.avonsolutions.local.overview.OverviewPage;
import com.avonsolutions.local.overview.OverviewReader;
import com.avonsolutions.sandbox.event.Answer;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * The pages that only the local server has: {@code /_local}, which shows leads and invocations, and
 * a stand-in for a video player.
 */
record LocalPages(OverviewReader overview, OverviewPage page) {
  private static final String OVERVIEW = "/_local";
  private static final String STYLESHEET = "/_local/overview.css";
  private static final String VIDEO = "/_local/sample-video";
  private static final String REFRESH = "refresh";

  /** Guards against DNS rebinding: a foreign page whose name resolves to this machine. */
  private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

  /** Answers a path of these pages; empty for any other path. */
  Optional<Answer> answer(Request request, String path) {
    if (!path.equals(OVERVIEW) && !path.startsWith(OVERVIEW + "/")) {
      return Optional.empty();
    }
    String host = Optional.ofNullable(request.getHeaders().get(HttpHeader.HOST)).orElse("");
    if (!OWN_NAMES.contains(host.replaceFirst(":[0-9]+$", ""))) {
      return Optional.of(ApiGateway.error(403, "Forbidden"));
    }
    if (!Set.of("GET", "HEAD").contains(request.getMethod())) {
      return Optional.of(ApiGateway.error(405, "Method Not Allowed"));
    }
    return Optional.of(
        switch (path) {
          case OVERVIEW ->
              ok(
                  "text/html",
                  "style-src 'self'; img-src data:; frame-ancestors 'none'",
                  page.html(overview.read(), REFRESH.equals(request.getHttpURI().getQuery())));
          case STYLESHEET -> ok("text/css", "", resource("overview.css"));
          case BuildFailurePage.STYLESHEET -> ok("text/css", "", resource("build-failure.css"));
          case VIDEO ->
              ok(
                  "text/html",
                  "style-src 'unsafe-inline'; frame-ancestors 'self'",
                  resource("sample-video.html"));
          default -> ApiGateway.error(404, "Not Found");
        });
  }

  private static Answer ok(String type, String policy, String body) {
    return Answer.of(
        200,
        Map.of(
            "content-type",
            type + "; charset=utf-8",
            "cache-control",
            "no-store",
            "content-security-policy",
            "default-src 'none'; " + policy),
        body);
  }

  private static String resource(String name) {
    try (InputStream file = LocalPages.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new FileNotFoundException(name);
      }
      return new String(file.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
