package com.avonsolutions.web;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What we read of an HTTP API event, payload format 2.0.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">Lambda
 *     proxy integrations for HTTP APIs</a>
 */
@Serdeable.Deserializable
record ApiEvent(
    String routeKey,
    String rawPath,
    @Nullable String rawQueryString,
    @Nullable Map<String, String> headers,
    @Nullable Map<String, String> pathParameters,
    RequestContext requestContext,
    @Nullable String body,
    boolean isBase64Encoded) {

  @Serdeable.Deserializable
  record RequestContext(@Nullable String requestId, Http http) {}

  @Serdeable.Deserializable
  record Http(String method, @Nullable String sourceIp) {}

  /** What API Gateway expects back. */
  @Serdeable.Serializable
  record Answer(
      int statusCode, Map<String, String> headers, String body, boolean isBase64Encoded) {}

  /** An event that is no HTTP request, such as one from the console's test button. */
  static ApiEvent required(@Nullable ApiEvent event) {
    if (event == null || event.routeKey() == null || event.requestContext() == null) {
      throw new IllegalArgumentException("Not an event of an HTTP API, payload format 2.0");
    }
    return event;
  }
}
