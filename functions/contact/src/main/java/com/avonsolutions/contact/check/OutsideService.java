package com.avonsolutions.contact.check;

import com.avonsolutions.web.http.BoundedBody;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Posts forms to a service and does not wait long: {@link #PATIENCE} for the whole answer at most,
 * and once it has failed, nobody asks it for {@link #PAUSE}. By the JDK's oldest client, which is
 * loaded already for DynamoDB; the newer one would cost every start.
 */
final class OutsideService {
  static final Duration PAUSE = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final int LARGEST = 64 * 1024;

  private final URI address;
  private final Clock clock;
  private final Duration patience;
  private volatile Instant quietUntil = Instant.MIN;

  /** An answer of any status below 500. */
  record Reply(int status, String body, Map<String, String> headers) {

    Optional<String> header(String lowerCaseName) {
      return Optional.ofNullable(headers.get(lowerCaseName));
    }
  }

  OutsideService(URI address, Clock clock) {
    this(address, clock, PATIENCE);
  }

  OutsideService(URI address, Clock clock, Duration patience) {
    this.address = address;
    this.clock = clock;
    this.patience = patience;
  }

  /** Posts the fields; nothing when no usable answer comes in time. */
  Optional<Reply> post(Map<String, String> fields) {
    if (clock.instant().isBefore(quietUntil)) {
      return Optional.empty();
    }
    try {
      Reply reply = send(encoded(fields));
      if (reply.status() < 500) {
        return Optional.of(reply);
      }
    } catch (IOException e) {
      // As good as an answer that says nothing.
    }
    quietUntil = clock.instant().plus(PAUSE);
    return Optional.empty();
  }

  private Reply send(byte[] form) throws IOException {
    long end = System.nanoTime() + patience.toNanos();
    HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
    try {
      connection.setRequestMethod("POST");
      connection.setInstanceFollowRedirects(false);
      connection.setConnectTimeout((int) patience.toMillis() / 2);
      connection.setReadTimeout((int) patience.toMillis() / 2);
      connection.setRequestProperty(
          "Content-Type", "application/x-www-form-urlencoded; charset=utf-8");
      connection.setRequestProperty("User-Agent", "AvonSolutions/1.0 | ContactFixture/1.0");
      connection.setDoOutput(true);
      // Without it the client posts a second time, by itself, when a connection breaks.
      connection.setFixedLengthStreamingMode(form.length);
      try (OutputStream body = connection.getOutputStream()) {
        body.write(form);
      }
      int status = connection.getResponseCode();
      String body =
          status < 400
              ? new String(
                  BoundedBody.read(connection.getInputStream(), LARGEST, end),
                  StandardCharsets.UTF_8)
              : "";
      Map<String, String> headers =
          connection.getHeaderFields().entrySet().stream()
              .filter(header -> header.getKey() != null)
              .collect(
                  Collectors.toMap(
                      header -> header.getKey().toLowerCase(Locale.ROOT),
                      header -> String.join(",", header.getValue()),
                      (one, other) -> one + ',' + other));
      return new Reply(status, body, headers);
    } finally {
      connection.disconnect();
    }
  }

  private static byte[] encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encoded(field.getKey()) + '=' + encoded(field.getValue()))
        .collect(Collectors.joining("&"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
