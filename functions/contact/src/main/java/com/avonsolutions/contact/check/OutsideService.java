package com.avonsolutions.contact.check;

import com.avonsolutions.domain.resilience.CircuitBreaker;
import com.avonsolutions.web.client.OutboundHttp;
import com.avonsolutions.web.client.OutboundHttp.Limits;
import com.avonsolutions.web.client.OutboundHttp.Reply;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Posts forms to a service that a visitor waits for. There is one attempt with a short timeout; a
 * failure opens the circuit, so that later visitors do not wait for a service that is down.
 */
final class OutsideService {
  static final Duration BACK_OFF = Duration.ofSeconds(30);
  private static final Duration TIMEOUT = Duration.ofSeconds(3);
  private static final int MAX_BYTES = 64 * 1024;
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Type", "application/x-www-form-urlencoded; charset=utf-8",
          // Akismet asks for a user agent of this format.
          "User-Agent", "AvonSolutions/1.0 | LeadDesk/1.0");

  private final URI address;
  private final OutboundHttp http;
  private final CircuitBreaker circuit;

  OutsideService(URI address, Clock clock) {
    this(address, clock, TIMEOUT);
  }

  OutsideService(URI address, Clock clock, Duration timeout) {
    this.address = address;
    this.http =
        new OutboundHttp(
            new Limits(timeout.dividedBy(2), timeout.dividedBy(2), timeout, MAX_BYTES, 0));
    this.circuit = new CircuitBreaker(BACK_OFF, clock);
  }

  /** Posts the fields. Empty without a response, or when its status is 500 or above. */
  Optional<Reply> post(Map<String, String> fields) {
    if (!circuit.isClosed()) {
      return Optional.empty();
    }
    try {
      Reply reply = http.post(address, HEADERS, encoded(fields));
      if (reply.status() < 500) {
        return Optional.of(reply);
      }
    } catch (IOException e) {
      // The same as a status of 500: the submission counts as unchecked.
    }
    circuit.open();
    return Optional.empty();
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
