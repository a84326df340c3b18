package com.avonsolutions.web;

import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** Gives every answer its security headers, its content coding and the form Lambda expects. */
@Singleton
final class ResponseFinisher {
  private static final int WORTH_COMPRESSING = 860;

  private static final Map<String, String> SECURITY =
      Map.of(
          "content-security-policy", "default-src 'none'; frame-ancestors 'none'",
          "strict-transport-security", "max-age=63072000; includeSubDomains",
          "x-content-type-options", "nosniff",
          "referrer-policy", "strict-origin-when-cross-origin",
          "permissions-policy",
              "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
          "cross-origin-opener-policy", "same-origin",
          "cache-control", "no-store");

  Response finish(Request request, Response response) {
    Response secured = response.withDefaults(SECURITY);
    if (secured.headers().containsKey("content-encoding") || !isText(secured)) {
      return request.isHead() ? secured.withBody(new byte[0]) : secured;
    }
    Response varying = secured.varyingBy("accept-encoding");
    if (request.isHead()) {
      return varying.withBody(new byte[0]);
    }
    return ContentCoding.GZIP.isAcceptedBy(request) && varying.body().length >= WORTH_COMPRESSING
        ? compressed(varying)
        : varying;
  }

  private static boolean isText(Response response) {
    String type = response.headers().getOrDefault("content-type", "");
    return type.startsWith("text/") || type.contains("json") || type.contains("xml");
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

  ApiEvent.Answer toAnswer(Response response) {
    boolean text =
        !response.headers().containsKey("content-encoding")
            && (isText(response) || response.body().length == 0);
    String body =
        text
            ? new String(response.body(), StandardCharsets.UTF_8)
            : Base64.getEncoder().encodeToString(response.body());
    return new ApiEvent.Answer(response.status(), response.headers(), body, !text);
  }
}
