package com.avonsolutions.hooks.platform;

import com.avonsolutions.text.json.JsonReader;
import com.avonsolutions.text.json.MalformedJsonException;
import com.avonsolutions.web.http.BoundedBody;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Asks a platform for a JSON object: once, without following redirects, within bounds. */
public final class PlatformHttp {
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int LARGEST = 4 * 1024 * 1024;
  private static final Duration CONNECT = Duration.ofSeconds(2);

  private final Duration patience;

  /**
   * Makes a client.
   *
   * @param patience for one answer, from the question to its last byte
   */
  public PlatformHttp(Duration patience) {
    this.patience = patience;
  }

  /**
   * Asks.
   *
   * @param rateLimited tells from the body of a refusal whether it is one for asking too much
   * @throws PlatformException when no object comes back
   */
  public JsonReader get(
      URI address, Map<String, String> headers, Predicate<JsonReader> rateLimited) {
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
      try {
        connection.setInstanceFollowRedirects(false);
        connection.setConnectTimeout((int) CONNECT.toMillis());
        connection.setReadTimeout((int) patience.toMillis());
        connection.setRequestProperty("accept", "application/json");
        headers.forEach(connection::setRequestProperty);
        int status = connection.getResponseCode();
        if (status != HttpURLConnection.HTTP_OK) {
          byte[] refusal = read(connection.getErrorStream(), deadline);
          throw PlatformException.answered(
              status, status == TOO_MANY_REQUESTS || says(refusal, rateLimited));
        }
        return JsonReader.parse(read(connection.getInputStream(), deadline));
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      throw PlatformException.unreachable(e);
    } catch (MalformedJsonException e) {
      throw PlatformException.unreadable();
    }
  }

  private static boolean says(byte[] refusal, Predicate<JsonReader> rateLimited) {
    try {
      return rateLimited.test(JsonReader.parse(refusal));
    } catch (MalformedJsonException e) {
      return false;
    }
  }

  private static byte[] read(@Nullable InputStream body, long deadline) throws IOException {
    return body == null ? new byte[0] : BoundedBody.read(body, LARGEST, deadline);
  }
}
