package com.avonsolutions.web.http;

import java.util.Arrays;
import java.util.List;

/** The part of an IP address that one client cannot choose. */
public final class ClientNetwork {

  private ClientNetwork() {}

  /** The first 64 bits of an IPv6 address, because a household has all addresses below them. */
  public static String of(String address) {
    if (!address.contains(":")) {
      return address;
    }
    List<String> groups = Arrays.asList(address.split(":", -1));
    int gap = groups.indexOf("");
    List<String> first = gap < 0 ? groups : groups.subList(0, gap);
    return String.join(":", first.subList(0, Math.min(4, first.size())));
  }
}
