package com.avonsolutions.domain.lead;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address that mail can be sent to.
 *
 * @param text as typed, without surrounding white space
 */
public record EmailAddress(String text) {
  /** In characters; RFC 5321, section 4.5.3.1.3: a path is 256 octets, two of them brackets. */
  public static final int MAX_LENGTH = 254;

  /** The possessive quantifiers keep the time linear. */
  private static final Pattern PLAUSIBLE =
      Pattern.compile("[^@\\s\\p{Z}\\p{C}]++@[^@.\\s\\p{Z}\\p{C}]++(\\.[^@.\\s\\p{Z}\\p{C}]++)++");

  /**
   * Reads an address, by one rule for forms and platforms: a local part, one {@code @}, and a
   * domain of two or more labels, without white space and control characters. Only a mail can show
   * whether an address exists, so the rule stays wide: any script (RFC 6531), and local parts above
   * the 64 octets of RFC 5321, whose section 4.5.3.1 advises against enforcing its limits.
   */
  public static Optional<EmailAddress> parse(String typed) {
    return typed.length() <= MAX_LENGTH && PLAUSIBLE.matcher(typed).matches()
        ? Optional.of(new EmailAddress(typed))
        : Optional.empty();
  }
}
