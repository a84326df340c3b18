package com.avonsolutions.mail;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Addresses as SES accepts them. */
public final class MailAddress {
  private static final int MAX_LENGTH = 254;
  private static final int MAX_LOCAL_PART = 64;

  /** RFC 5322, section 3.2.3: a dot-atom. Quoted local parts are legal, and nobody has one. */
  private static final Pattern LOCAL_PART =
      Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]++)*");

  private static final Pattern DOMAIN =
      Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+[a-z][a-z0-9-]*[a-z0-9]");

  private MailAddress() {}

  /**
   * The address as SES accepts it: a local part in ASCII, and a domain in Punycode. Empty if mail
   * cannot be sent to it, as to a local part in another script, which needs SMTPUTF8.
   */
  public static Optional<String> sendable(String address) {
    int at = address.lastIndexOf('@');
    if (at < 1 || at > MAX_LOCAL_PART || !LOCAL_PART.matcher(address.substring(0, at)).matches()) {
      return Optional.empty();
    }
    try {
      String domain =
          IDN.toASCII(address.substring(at + 1), IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
      String sendable = address.substring(0, at) + '@' + domain;
      return sendable.length() <= MAX_LENGTH && DOMAIN.matcher(domain).matches()
          ? Optional.of(sendable)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
