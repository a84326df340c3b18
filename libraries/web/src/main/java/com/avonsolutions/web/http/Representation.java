package com.avonsolutions.web.http;

import com.avonsolutions.text.Sha256;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Map.Entry;

/**
 * A response that is rendered once and is the same for every visitor: a page, an asset, a list. It
 * has a body for every content coding, and a validator.
 *
 * @param headers without validator and content coding
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

  /** Answers in the best coding that the client accepts, or with 304 if the client has it. */
  public Response answer(Request request) {
    Response response = new Response(200, headers, plain).with("etag", etag);
    if (!coded.isEmpty()) {
      response = response.varyingBy("accept-encoding");
    }
    if (request.header("if-none-match").map(this::matches).orElse(false)) {
      return new Response(304, response.headers(), new byte[0]);
    }
    for (Entry<ContentCoding, byte[]> variant : coded.entrySet()) {
      if (variant.getKey().isAcceptedBy(request)) {
        return response
            .withBody(variant.getValue())
            .with("content-encoding", variant.getKey().token());
      }
    }
    return response;
  }

  /** Weak comparison by RFC 9110, section 13.1.2. */
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
