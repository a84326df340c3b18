package com.avonsolutions.hooks.platform;

import com.avonsolutions.text.json.JsonReader;
import com.avonsolutions.text.json.MalformedJsonException;
import com.avonsolutions.web.client.OutboundHttp;
import com.avonsolutions.web.client.OutboundHttp.Limits;
import com.avonsolutions.web.client.OutboundHttp.Reply;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Fetches JSON objects from a platform's API, in one attempt each. */
public final class PlatformHttp {
  private static final int OK = 200;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int MAX_BYTES = 4 * 1024 * 1024;
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

  private final OutboundHttp http;

  /**
   * Limits each attempt.
   *
   * @param timeout from the start of a request to the last byte of its response
   */
  public PlatformHttp(Duration timeout) {
    this.http =
        new OutboundHttp(new Limits(CONNECT_TIMEOUT, timeout, timeout, MAX_BYTES, MAX_BYTES));
  }

  /**
   * Fetches an object.
   *
   * @param isRateLimit whether the body of an error response says that we asked too often; status
   *     429 always does
   * @throws PlatformException when the platform does not answer with an object
   */
  public JsonReader get(
      URI address, Map<String, String> headers, Predicate<JsonReader> isRateLimit) {
    Map<String, String> all = new HashMap<>(headers);
    all.put("accept", "application/json");
    try {
      Reply reply = http.get(address, all);
      if (reply.status() != OK) {
        throw PlatformException.answered(
            reply.status(),
            reply.status() == TOO_MANY_REQUESTS || matches(reply.body(), isRateLimit));
      }
      return JsonReader.parse(reply.body());
    } catch (IOException e) {
      throw PlatformException.unreachable(e);
    } catch (MalformedJsonException e) {
      throw PlatformException.unreadable();
    }
  }

  private static boolean matches(byte[] refusal, Predicate<JsonReader> isRateLimit) {
    try {
      return isRateLimit.test(JsonReader.parse(refusal));
    } catch (MalformedJsonException e) {
      return false;
    }
  }
}
