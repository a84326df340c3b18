package com.avonsolutions.web.http;

import com.avonsolutions.text.json.JsonReader;
import java.util.Map;
import java.util.Optional;

/**
 * The parts of an HTTP API event, payload format 2.0, that we read. Missing texts are empty.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">Lambda
 *     proxy integrations for HTTP APIs</a>
 */
public record ApiEvent(
    String requestId,
    String routeKey,
    String method,
    String rawPath,
    String rawQueryString,
    Map<String, String> headers,
    Map<String, String> pathParameters,
    String sourceIp,
    String body,
    boolean isBase64Encoded) {

  /**
   * Reads an event.
   *
   * @throws IllegalArgumentException when it is not an HTTP request, e.g. an event of the console's
   *     test button
   */
  public static ApiEvent read(byte[] document) {
    JsonReader event = JsonReader.parse(document);
    Optional<JsonReader> context = event.object("requestContext");
    Optional<JsonReader> http = context.flatMap(tree -> tree.object("http"));
    return new ApiEvent(
        context.flatMap(tree -> tree.text("requestId")).orElse(""),
        required(event.text("routeKey")),
        required(http.flatMap(tree -> tree.text("method"))),
        event.text("rawPath").orElse(""),
        event.text("rawQueryString").orElse(""),
        event.object("headers").map(JsonReader::texts).orElse(Map.of()),
        event.object("pathParameters").map(JsonReader::texts).orElse(Map.of()),
        http.flatMap(tree -> tree.text("sourceIp")).orElse(""),
        event.text("body").orElse(""),
        event.text("isBase64Encoded").filter("true"::equals).isPresent());
  }

  private static String required(Optional<String> text) {
    return text.orElseThrow(
        () -> new IllegalArgumentException("Not an event of an HTTP API, payload format 2.0"));
  }
}
