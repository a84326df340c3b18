package com.avonsolutions.web.http;

import com.avonsolutions.text.json.JsonWriter;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Adds security headers and compression to every response, and writes it for API Gateway. */
@Singleton
public final class ResponseFinisher {
  private static final int MIN_COMPRESSED_SIZE = 860;

  private static final Map<String, String> SECURITY =
      Map.of(
          "content-security-policy", "default-src 'none'; frame-ancestors 'none'",
          "strict-transport-security", "max-age=63072000",
          "x-content-type-options", "nosniff",
          "referrer-policy", "strict-origin-when-cross-origin",
          "permissions-policy",
              "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
          "cross-origin-opener-policy", "same-origin",
          "cross-origin-resource-policy", "same-origin",
          "cache-control", "no-store");

  public Response finish(Request request, Response response) {
    Response coded = coded(request, response.withDefaults(SECURITY));
    return request.isHead() ? withoutBody(coded) : coded;
  }

  /** HEAD has the length that GET would have: RFC 9110, section 9.3.2. */
  private static Response withoutBody(Response response) {
    int length = response.body().length;
    return length == 0
        ? response
        : response.with("content-length", Integer.toString(length)).withBody(new byte[0]);
  }

  private static Response coded(Request request, Response response) {
    if (!isText(response)) {
      return response;
    }
    // Also for an empty body: 304 needs the same header as 200.
    Response varying = response.varyingBy("accept-encoding");
    return response.body().length < MIN_COMPRESSED_SIZE || !ContentCoding.GZIP.isAcceptedBy(request)
        ? varying
        : compressed(varying);
  }

  /** Whether the body is text that is not compressed yet. */
  private static boolean isText(Response response) {
    String type = response.headers().getOrDefault("content-type", "");
    return !response.headers().containsKey("content-encoding")
        && (type.startsWith("text/") || type.contains("json") || type.contains("xml"));
  }

  private static Response compressed(Response response) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(response.body().length / 3);
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return response.with("content-encoding", "gzip").withBody(bytes.toByteArray());
  }

  /** The JSON that API Gateway expects from a function. */
  public byte[] toGatewayResponse(Response response) {
    boolean text = response.body().length == 0 || isText(response);
    String body =
        text
            ? new String(response.body(), StandardCharsets.UTF_8)
            : Base64.getEncoder().encodeToString(response.body());
    JsonWriter headers = new JsonWriter();
    response.headers().forEach(headers::put);
    return new JsonWriter()
        .put("statusCode", response.status())
        .put("headers", headers)
        .put("body", body)
        .put("isBase64Encoded", !text)
        .bytes();
  }
}
