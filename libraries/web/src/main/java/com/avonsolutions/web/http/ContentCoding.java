package com.avonsolutions.web.http;

import java.util.Locale;

/** A content coding that a client may accept, best first. */
public enum ContentCoding {
  BROTLI("br"),
  GZIP("gzip");

  private final String token;

  ContentCoding(String token) {
    this.token = token;
  }

  /** Its name in HTTP. */
  public String token() {
    return token;
  }

  /** Whether the request's Accept-Encoding names it with a weight above zero (RFC 9110, 12.5.3). */
  public boolean isAcceptedBy(Request request) {
    for (String part : request.header("accept-encoding").orElse("").split(",", -1)) {
      String[] pieces = part.strip().toLowerCase(Locale.ROOT).split("\\s*;\\s*", -1);
      if (pieces[0].equals(token)) {
        return pieces.length == 1 || !pieces[1].matches("q\\s*=\\s*0(\\.0{0,3})?");
      }
    }
    return false;
  }
}
