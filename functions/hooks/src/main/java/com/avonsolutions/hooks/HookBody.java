package com.avonsolutions.hooks;

import com.avonsolutions.text.json.JsonReader;
import com.avonsolutions.text.json.MalformedJsonException;
import com.avonsolutions.web.http.HttpException;
import com.avonsolutions.web.http.Request;
import java.util.Locale;

/** Reads what a system posts. */
public final class HookBody {
  /** A platform's largest message is a few kilobytes; Meta's batches are some hundred. */
  private static final int LARGEST = 512 * 1024;

  private HookBody() {}

  /**
   * The bytes as they came, for a signature.
   *
   * @throws HttpException 413 when there are more than 512 kB
   */
  public static byte[] bytes(Request request) {
    if (request.body().length > LARGEST) {
      throw HttpException.tooLarge("This is more than 512 kB.");
    }
    return request.body();
  }

  /**
   * The object that was posted. A message without a content type is taken for JSON.
   *
   * @throws HttpException 400 when it is broken, 413 above 512 kB, 415 for another type
   */
  public static JsonReader json(Request request) {
    byte[] body = bytes(request);
    if (!mediaType(request).matches("|application/([a-z0-9.+-]+\\+)?json|text/json")) {
      throw HttpException.unsupportedMediaType("Send JSON.");
    }
    try {
      return JsonReader.parse(body);
    } catch (MalformedJsonException e) {
      throw HttpException.badRequest("Send a JSON object in UTF-8.");
    }
  }

  /** The content type without its parameters, in lower case; empty when there is none. */
  public static String mediaType(Request request) {
    return request
        .header("content-type")
        .orElse("")
        .split(";", 2)[0]
        .strip()
        .toLowerCase(Locale.ROOT);
  }
}
