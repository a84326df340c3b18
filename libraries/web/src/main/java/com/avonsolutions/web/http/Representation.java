package com.avonsolutions.web.http;

import com.avonsolutions.text.Sha256;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Map.Entry;

/**
 * Something that is the same for everybody and made before it is asked for: a page, an asset, a
 * list. It knows its forms for every content coding and its validator.
 *
 * @param headers what goes along, without validator and coding
 * @param etag weak, because it is the same for every content coding
 */
public record Representation(
    Map<String, String> headers, byte[] plain, Map<ContentCoding, byte[]> coded, String etag) {

  public static Representation of(Response response) {
    return new Representation(
        response.headers(), response.body(), Map.of(), etagOf(response.body()));
  }

  private static String etagOf(byte[] body) {
    return "W/\"" + Sha256.hex(body).substring(0, 20) + '"';
  }

  public Representation with(ContentCoding coding, byte[] body) {
    Map<ContentCoding, byte[]> more = new EnumMap<>(ContentCoding.class);
    more.putAll(coded);
    more.put(coding, body);
    return new Representation(headers, plain, more, etag);
  }

  public Representation withHeader(String lowerCaseName, String value) {
    Map<String, String> changed = new HashMap<>(headers);
    changed.put(lowerCaseName, value);
    return new Representation(changed, plain, coded, etag);
  }

  /** Answers with the best form for the request, or 304 when the client has it already. */
  public Response answer(Request request) {
    Response response = new Response(200, headers, plain).with("etag", etag);
    if (!coded.isEmpty()) {
      response = response.varyingBy("accept-encoding");
    }
    if (request.header("if-none-match").map(this::matches).orElse(false)) {
      return new Response(304, response.headers(), new byte[0]);
    }
    for (Entry<ContentCoding, byte[]> form : coded.entrySet()) {
      if (form.getKey().isAcceptedBy(request)) {
        return response.withBody(form.getValue()).with("content-encoding", form.getKey().token());
      }
    }
    return response;
  }

  /** Weak comparison, as of RFC 9110, section 13.1.2. */
  private boolean matches(String ifNoneMatch) {
    if (ifNoneMatch.strip().equals("*")) {
      return true;
    }
    String opaque = etag.substring(2);
    for (String candidate : ifNoneMatch.split(",", -1)) {
      if (candidate.strip().replaceFirst("^W/", "").equals(opaque)) {
        return true;
      }
    }
    return false;
  }
}
