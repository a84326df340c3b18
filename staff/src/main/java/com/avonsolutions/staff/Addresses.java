package com.avonsolutions.staff;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Reads addresses as people type them. */
final class Addresses {

  private Addresses() {}

  /** A whole address of a web server with a possible port, without slashes at its end. */
  static Optional<URI> http(String typed) {
    try {
      URI uri = new URI(typed.replaceFirst("/+$", ""));
      boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      boolean port = uri.getPort() == -1 || (uri.getPort() >= 1 && uri.getPort() <= 65535);
      return Optional.of(uri).filter(whole -> http && port && whole.getHost() != null);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
