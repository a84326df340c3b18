package com.avonsolutions.hooks;

import com.avonsolutions.text.json.JsonReader;
import com.avonsolutions.text.json.MalformedJsonException;
import com.avonsolutions.web.http.HttpException;
import com.avonsolutions.web.http.Request;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Reads the body of a webhook request. */
public final class HookBody {
  /** Most messages have a few kilobytes; a batch of Meta has some hundred. */
  public static final int MAX_KILOBYTES = 512;

  private HookBody() {}

  /**
   * The unchanged bytes, which the signature covers.
   *
   * @throws HttpException 413 above {@link #MAX_KILOBYTES}
   */
  public static byte[] bytes(Request request) {
    if (request.body().length > MAX_KILOBYTES * 1024) {
      throw HttpException.tooLarge("This is more than %d kB.".formatted(MAX_KILOBYTES));
    }
    return request.body();
  }

  /**
   * The JSON object of the body. A missing content type means JSON.
   *
   * @throws HttpException 400 when it is malformed, 413 above {@link #MAX_KILOBYTES}, 415 for
   *     another type
   */
  public static JsonReader json(Request request) {
    return parsed(request, JsonReader::parse);
  }

  /** The same for a body that may be a list of objects too. */
  public static List<JsonReader> jsonObjects(Request request) {
    return parsed(request, JsonReader::parseAll);
  }

  private static <T> T parsed(Request request, Function<byte[], T> parser) {
    byte[] body = bytes(request);
    if (!mediaType(request).matches("|application/([a-z0-9.+-]+\\+)?json|text/json")) {
      throw HttpException.unsupportedMediaType("Send JSON.");
    }
    try {
      return parser.apply(body);
    } catch (MalformedJsonException e) {
      throw HttpException.badRequest(
          "Send a JSON object in UTF-8, of at most %,d values.".formatted(JsonReader.MAX_VALUES));
    }
  }

  /** The content type without parameters, in lower case; empty if missing. */
  public static String mediaType(Request request) {
    return request
        .header("content-type")
        .orElse("")
        .split(";", 2)[0]
        .strip()
        .toLowerCase(Locale.ROOT);
  }
}
