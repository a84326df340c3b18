package com.avonsolutions.web.http;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Allows scripts of other sites to read responses of {@code /api/}, for the origins in the
 * settings. API Gateway could add the headers, but neither locally nor to errors.
 */
@Singleton
public final class Cors {
  private static final String PREFLIGHT_SECONDS = "7200";

  private final Set<String> origins;

  Cors(@Value("${allowed.origins:}") String origins) {
    this.origins =
        Arrays.stream(origins.split(",", -1))
            .map(String::strip)
            .filter(origin -> !origin.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
  }

  /** The origins whose scripts may post, as browsers write them. */
  public Set<String> origins() {
    return origins;
  }

  public Response apply(Request request, Response response) {
    if (!request.path().startsWith("/api/")) {
      return response;
    }
    return request
        .header("origin")
        .filter(origins::contains)
        .map(origin -> readable(response, origin))
        .orElseGet(() -> response.varyingBy("origin"));
  }

  /** The response with the headers that let scripts of this origin read it. */
  public static Response readable(Response response, String origin) {
    return response
        .varyingBy("origin")
        .with("access-control-allow-origin", origin)
        .with("access-control-expose-headers", "retry-after");
  }

  /**
   * Answers a preflight.
   *
   * @param methods that the path supports, e.g. {@code POST, OPTIONS}
   */
  public Response preflight(Request request, String methods) {
    return preflight(request, methods, origins);
  }

  /** Answers a preflight of a path with its own origins. The caller adds the allowed origin. */
  public static Response preflight(Request request, String methods, Set<String> origins) {
    Response response = Response.of(204).with("allow", methods);
    return request.header("origin").filter(origins::contains).isPresent()
        ? response
            .with("access-control-allow-methods", methods)
            .with("access-control-allow-headers", "content-type, idempotency-key")
            .with("access-control-max-age", PREFLIGHT_SECONDS)
        : response;
  }
}
