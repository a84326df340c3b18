package com.avonsolutions.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.avonsolutions.local.overview.OverviewPage;
import com.avonsolutions.local.overview.OverviewReader;
import com.avonsolutions.local.page.LocalAnswers;
import com.avonsolutions.local.page.LocalPart;
import com.avonsolutions.local.page.LocalRequest;
import com.avonsolutions.sandbox.event.Answer;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.server.Request;

/**
 * The pages that only the local server has: {@code /_local}, which shows leads and invocations, a
 * stand-in for a video player, and further parts. They answer on the names of this machine alone,
 * and change nothing for a page of elsewhere.
 */
record LocalPages(OverviewReader overview, OverviewPage page, List<LocalPart> parts) {
  private static final String OVERVIEW = "/_local";
  private static final String STYLESHEET = "/_local/overview.css";
  private static final String VIDEO = "/_local/sample-video";
  private static final String REFRESH = "refresh";

  /** Guards against DNS rebinding: a foreign page whose name resolves to this machine. */
  private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

  /** Answers a path of these pages; empty for any other path. */
  Optional<Answer> answer(Request request, String path, byte[] body)
      throws IOException, InterruptedException {
    if (!path.equals(OVERVIEW) && !path.startsWith(OVERVIEW + "/")) {
      return Optional.empty();
    }
    Map<String, String> headers = new HashMap<>();
    request
        .getHeaders()
        .forEach(
            field ->
                headers.put(
                    field.getName().toLowerCase(Locale.ROOT),
                    Optional.ofNullable(field.getValue()).orElse("")));
    LocalRequest local =
        new LocalRequest(
            request.getMethod(),
            path,
            Optional.ofNullable(request.getHttpURI().getQuery()).orElse(""),
            headers,
            body);
    return Optional.of(mayAnswer(local) ? answer(local) : ApiGateway.error(403, "Forbidden"));
  }

  private static boolean mayAnswer(LocalRequest request) {
    String host = request.headers().getOrDefault("host", "");
    String origin = request.headers().getOrDefault("origin", "");
    return OWN_NAMES.contains(withoutPort(host))
        && (request.isGet() || origin.isEmpty() || hostOf(origin).equals(host));
  }

  private static String hostOf(String origin) {
    try {
      return Optional.ofNullable(URI.create(origin).getRawAuthority()).orElse("");
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static String withoutPort(String host) {
    return host.replaceFirst(":[0-9]+$", "");
  }

  private Answer answer(LocalRequest request) throws IOException, InterruptedException {
    for (LocalPart part : parts) {
      Optional<Answer> answer = part.answer(request);
      if (answer.isPresent()) {
        return answer.get();
      }
    }
    if (!request.isGet()) {
      return ApiGateway.error(405, "Method Not Allowed");
    }
    return switch (request.path()) {
      case OVERVIEW ->
          LocalAnswers.page(page.html(overview.read(), REFRESH.equals(request.query())));
      case STYLESHEET -> LocalAnswers.ok("text/css; charset=utf-8", "", resource("overview.css"));
      case BuildFailurePage.STYLESHEET ->
          LocalAnswers.ok("text/css; charset=utf-8", "", resource("build-failure.css"));
      case VIDEO ->
          LocalAnswers.ok(
              "text/html; charset=utf-8",
              "style-src 'unsafe-inline'; frame-ancestors 'self'",
              resource("sample-video.html"));
      default -> ApiGateway.error(404, "Not Found");
    };
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
