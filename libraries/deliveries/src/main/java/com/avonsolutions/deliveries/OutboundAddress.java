package com.avonsolutions.deliveries;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which addresses of others we send to: https on its own port, with a name and not a number as
 * host. Whether the name leads to a public machine is checked at each connection, because it can
 * change.
 */
public final class OutboundAddress {
  private static final int HTTPS_PORT = 443;
  private static final int MAX_LENGTH = 2_000;

  /** A public name has two labels or more, and ends with one that is no number. */
  private static final Pattern NAME =
      Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]*[a-z0-9])");

  /** Names that no public machine has: RFC 6762, RFC 8375, and what clouds call their own. */
  private static final List<String> INTERNAL =
      List.of(".local", ".localhost", ".internal", ".home.arpa", ".lan", ".invalid", ".test");

  /** Microsoft has retired them; some still answer 200 and deliver nothing. */
  private static final List<String> RETIRED_TEAMS =
      List.of(".webhook.office.com", "outlook.office.com", "outlook.office365.com");

  private OutboundAddress() {}

  /** What is wrong with an address for a channel of a kind, for whoever typed it. */
  public static Optional<String> mistakeIn(String address, ChannelKind kind) {
    return mistakeIn(address)
        .or(
            () ->
                Optional.of("Microsoft has retired this host: make a workflow in Teams instead")
                    .filter(text -> kind == ChannelKind.TEAMS)
                    .filter(
                        text -> RETIRED_TEAMS.stream().anyMatch(host(parsed(address))::endsWith)));
  }

  /** What is wrong with an address; empty if a connection may be tried. */
  public static Optional<String> mistakeIn(String address) {
    if (address.length() > MAX_LENGTH) {
      return Optional.of("it is longer than " + MAX_LENGTH + " characters");
    }
    URI uri;
    try {
      uri = new URI(address);
    } catch (URISyntaxException e) {
      return Optional.of("it is not an address");
    }
    if (!"https".equals(uri.getScheme())) {
      return Optional.of("it has to begin with https://");
    }
    if (uri.getRawAuthority() == null || uri.getRawAuthority().contains("@")) {
      return Optional.of("it has to name a host, and no user");
    }
    if (uri.getRawFragment() != null) {
      return Optional.of("it has a fragment, the part behind #");
    }
    if (uri.getRawAuthority().replaceFirst("^[^:]*", "").matches(":(?!443$).*")) {
      return Optional.of("it names another port than " + HTTPS_PORT);
    }
    String host = host(uri);
    return NAME.matcher(host).matches() && INTERNAL.stream().noneMatch(host::endsWith)
        ? Optional.empty()
        : Optional.of("its host has to be a name with a domain, like hooks.example.com");
  }

  private static URI parsed(String address) {
    return URI.create(address);
  }

  /** In lower case and Punycode; empty if it is no name. */
  private static String host(URI uri) {
    String name = uri.getRawAuthority().replaceFirst(":[0-9]*$", "");
    try {
      return IDN.toASCII(name, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
