package com.avonsolutions.web.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One attempt of an HTTP request to a service of others: within {@link Limits}, without following
 * redirects, on a connection of its own. It uses the JDK's older client, which is loaded for
 * DynamoDB anyway; the newer one would make every cold start slower.
 */
public final class OutboundHttp {
  private final Limits limits;
  private final Opener opener;

  /** Opens connections, e.g. to some addresses only. */
  @FunctionalInterface
  public interface Opener {
    HttpURLConnection open(URI address) throws IOException;
  }

  /**
   * What a call may cost.
   *
   * @param connect time to open the connection
   * @param read time without a single byte of the response
   * @param total time from the start of the call to the last byte of the response
   * @param maxBytes size of the response's body; 0 if it is not read
   * @param maxErrorBytes how much is read of the body of an error, status 400 and above; 0 for none
   */
  public record Limits(
      Duration connect, Duration read, Duration total, int maxBytes, int maxErrorBytes) {}

  /**
   * A response of any status.
   *
   * @param headers by lower-case name; repeated ones are joined with commas
   */
  public record Reply(int status, Map<String, String> headers, byte[] body) {

    public Optional<String> header(String lowerCaseName) {
      return Optional.ofNullable(headers.get(lowerCaseName));
    }
  }

  /** The response is no answer. The message quotes nothing of it. */
  private static final class ResponseException extends IOException {
    private static final long serialVersionUID = 1L;

    ResponseException(String message) {
      super(message);
    }
  }

  public OutboundHttp(Limits limits) {
    this(limits, address -> (HttpURLConnection) address.toURL().openConnection());
  }

  public OutboundHttp(Limits limits, Opener opener) {
    this.limits = limits;
    this.opener = opener;
  }

  /**
   * Sends a GET request.
   *
   * @throws IOException when no response comes within the limits
   */
  public Reply get(URI address, Map<String, String> headers) throws IOException {
    return send(address, headers, Optional.empty());
  }

  /**
   * Sends a POST request.
   *
   * @throws IOException when no response comes within the limits
   */
  public Reply post(URI address, Map<String, String> headers, byte[] body) throws IOException {
    return send(address, headers, Optional.of(body));
  }

  private Reply send(URI address, Map<String, String> headers, Optional<byte[]> body)
      throws IOException {
    long deadline = System.nanoTime() + limits.total().toNanos();
    HttpURLConnection connection = opener.open(address);
    try {
      connection.setInstanceFollowRedirects(false);
      connection.setConnectTimeout((int) limits.connect().toMillis());
      connection.setReadTimeout((int) limits.read().toMillis());
      headers.forEach(connection::setRequestProperty);
      if (body.isPresent()) {
        write(body.get(), connection);
      }
      int status = connection.getResponseCode();
      if (status < 0) {
        throw new ResponseException("The response is not HTTP");
      }
      byte[] response =
          status < 400 ? readAll(connection, deadline) : readError(connection, deadline);
      return new Reply(status, headers(connection), response);
    } finally {
      connection.disconnect();
    }
  }

  private static void write(byte[] body, HttpURLConnection connection) throws IOException {
    connection.setRequestMethod("POST");
    connection.setDoOutput(true);
    // Without a fixed length, the JDK repeats the POST when a connection breaks.
    connection.setFixedLengthStreamingMode(body.length);
    try (OutputStream out = connection.getOutputStream()) {
      out.write(body);
    }
  }

  private static Map<String, String> headers(HttpURLConnection connection) {
    return connection.getHeaderFields().entrySet().stream()
        // The status line has no name.
        .filter(header -> header.getKey() != null)
        .collect(
            Collectors.toMap(
                header -> header.getKey().toLowerCase(Locale.ROOT),
                header -> String.join(",", header.getValue()),
                (one, other) -> one + ',' + other));
  }

  private byte[] readAll(HttpURLConnection connection, long deadline) throws IOException {
    if (limits.maxBytes() == 0) {
      return new byte[0];
    }
    byte[] body = read(connection.getInputStream(), limits.maxBytes() + 1, deadline);
    if (body.length > limits.maxBytes()) {
      throw new ResponseException("The response is too large");
    }
    if (body.length < connection.getContentLengthLong()) {
      // Older JDKs do not notice it.
      throw new ResponseException("The response was cut off");
    }
    return body;
  }

  /** What can be read within the limits, because the status alone is an answer. */
  private byte[] readError(HttpURLConnection connection, long deadline) {
    InputStream body = connection.getErrorStream();
    if (body == null || limits.maxErrorBytes() == 0) {
      return new byte[0];
    }
    try {
      return read(body, limits.maxErrorBytes(), deadline);
    } catch (IOException e) {
      return new byte[0];
    }
  }

  /**
   * Reads up to a size. The read timeout never ends a response that comes byte by byte, so the
   * deadline is checked.
   */
  private static byte[] read(InputStream response, int size, long deadline) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] buffer = new byte[8 * 1024];
    while (bytes.size() < size) {
      int read = response.read(buffer, 0, Math.min(buffer.length, size - bytes.size()));
      if (read < 0) {
        break;
      }
      bytes.write(buffer, 0, read);
      if (System.nanoTime() - deadline > 0) {
        throw new ResponseException("The response is too slow");
      }
    }
    return bytes.toByteArray();
  }
}
