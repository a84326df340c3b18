package com.avonsolutions.web.http;

import com.avonsolutions.text.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * An HTTP response.
 *
 * @param headers by lower-case name
 * @param body the bytes on the wire, in the content coding that the headers name
 */
public record Response(int status, Map<String, String> headers, byte[] body) {

  public Response {
    headers = Map.copyOf(headers);
  }

  public static Response of(int status) {
    return new Response(status, Map.of(), new byte[0]);
  }

  public static Response text(int status, String contentType, String body) {
    return new Response(
        status, Map.of("content-type", contentType), body.getBytes(StandardCharsets.UTF_8));
  }

  public static Response json(int status, JsonWriter body) {
    return new Response(status, Map.of("content-type", "application/json"), body.bytes());
  }

  /** Redirects a browser that posted a form to a page, which it then reads with GET. */
  public static Response seeOther(String location) {
    return of(303).with("location", location).with("cache-control", "no-store");
  }

  public Response with(String lowerCaseName, String value) {
    Map<String, String> changed = new TreeMap<>(headers);
    changed.put(lowerCaseName, value);
    return new Response(status, changed, body);
  }

  /** Adds the headers that are missing. */
  Response withDefaults(Map<String, String> defaults) {
    Map<String, String> merged = new TreeMap<>(defaults);
    merged.putAll(headers);
    return new Response(status, merged, body);
  }

  /** Adds a request header that the response depends on. */
  public Response varyingBy(String header) {
    String vary = headers.get("vary");
    if (vary == null) {
      return with("vary", header);
    }
    return (", " + vary + ", ").contains(", " + header + ", ")
        ? this
        : with("vary", vary + ", " + header);
  }

  Response withBody(byte[] other) {
    return new Response(status, headers, other);
  }
}
