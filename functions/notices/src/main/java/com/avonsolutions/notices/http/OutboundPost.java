package com.avonsolutions.notices.http;

import com.avonsolutions.deliveries.OutboundAddress;
import com.avonsolutions.notices.Outcome;
import com.avonsolutions.web.client.OutboundHttp;
import com.avonsolutions.web.client.OutboundHttp.Limits;
import com.avonsolutions.web.client.OutboundHttp.Reply;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.NoRouteToHostException;
import java.net.Proxy;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLException;

/**
 * Posts to an address that others choose: to public machines by https, without redirects, within 15
 * seconds. The body of a response is not read, because nobody needs it and it may be anything.
 */
@Singleton
@Requires(property = "outbound.allow")
public final class OutboundPost {
  private static final String AGENT = "AvonNotices/1";
  private static final Duration CONNECT = Duration.ofSeconds(3);

  private final Set<String> allowed;
  private final Duration total;
  private final Clock clock;

  /**
   * Creates a client.
   *
   * @param allowed hosts and ports that need not be public and may speak http, separated by commas;
   *     for one machine only
   */
  OutboundPost(
      @Value("${outbound.allow}") String allowed,
      @Value("${outbound.timeout.millis:15000}") int timeoutMillis,
      Clock clock) {
    this.allowed =
        Arrays.stream(allowed.split(",", -1))
            .map(String::strip)
            .filter(entry -> !entry.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
    this.total = Duration.ofMillis(timeoutMillis);
    this.clock = clock;
  }

  /** A status and how long its sender asks us to wait, or why there is no status. */
  public record Answer(int status, Optional<Duration> retryAfter, String failure) {
    /** For the log of the delivery. */
    public String code() {
      return failure.isEmpty() ? "HTTP_" + status : failure;
    }

    public boolean isSuccess() {
      return status >= 200 && status < 300;
    }

    /** What follows by the status alone: Standard Webhooks, and what most services mean. */
    public Outcome outcome() {
      if (isSuccess()) {
        return Outcome.delivered(code(), Optional.empty());
      }
      return switch (status) {
        case HttpURLConnection.HTTP_GONE -> Outcome.gone(code());
        case 429, 502, 503, 504 -> Outcome.rest(code(), retryAfter);
        default ->
            retryAfter
                .map(wait -> Outcome.retryAfter(code(), wait))
                .orElseGet(() -> Outcome.retry(code()));
      };
    }
  }

  /**
   * Posts JSON.
   *
   * @param headers besides those of every request
   */
  public Answer post(String address, Map<String, String> headers, byte[] body) {
    boolean isAllowed = allowed.contains(hostAndPort(address));
    if (!isAllowed && OutboundAddress.mistakeIn(address).isPresent()) {
      return failure("REFUSED_ADDRESS");
    }
    Map<String, String> all = new HashMap<>(headers);
    all.put("content-type", "application/json; charset=utf-8");
    all.put("user-agent", AGENT);
    // A kept connection would end with its own time and not with that of the next request.
    all.put("connection", "close");
    OutboundHttp http =
        new OutboundHttp(
            new Limits(CONNECT, total, total, 0, 0), uri -> open(uri, isAllowed, total));
    try {
      Reply reply = http.post(URI.create(address), all, body);
      return new Answer(reply.status(), reply.header("retry-after").flatMap(this::wait), "");
    } catch (RefusedAddressException e) {
      return failure("REFUSED_ADDRESS");
    } catch (SocketTimeoutException e) {
      return failure("TIMEOUT");
    } catch (SSLException e) {
      return failure("TLS");
    } catch (UnknownHostException | ConnectException | NoRouteToHostException e) {
      return failure("CONNECT");
    } catch (IOException e) {
      return failure("NO_ANSWER");
    }
  }

  private static Answer failure(String why) {
    return new Answer(0, Optional.empty(), why);
  }

  private static HttpURLConnection open(URI address, boolean isAllowed, Duration total)
      throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
    if (!isAllowed && connection instanceof HttpsURLConnection secure) {
      secure.setSSLSocketFactory(new GuardedSockets(System.nanoTime() + total.toNanos()));
    }
    return connection;
  }

  private static String hostAndPort(String address) {
    try {
      URI uri = URI.create(address);
      return uri.getHost() + ":" + uri.getPort();
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /** RFC 9110, section 10.2.3: seconds or a date. */
  private Optional<Duration> wait(String retryAfter) {
    if (retryAfter.matches("[0-9]{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(retryAfter)));
    }
    try {
      ZonedDateTime at = ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME);
      return Optional.of(Duration.between(clock.instant(), at.toInstant()))
          .filter(wait -> !wait.isNegative());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
