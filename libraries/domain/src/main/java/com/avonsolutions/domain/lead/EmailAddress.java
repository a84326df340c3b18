package com.avonsolutions.domain.lead;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An e-mail address that mail can be sent to.
 *
 * @param text as typed, without what cannot be part of an address
 */
public record EmailAddress(String text) {
  /** In characters; RFC 5321, section 4.5.3.1.3: a path is 256 octets, two of them brackets. */
  public static final int MAX_LENGTH = 254;

  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\x{FE00}-\\x{FE0F}]+");

  /** A mail program's spelling of an address with the name of its owner. */
  private static final Pattern NAMED = Pattern.compile("[^<>]*<([^<>]+)>");

  private static final Pattern SCHEME = Pattern.compile("^mailto:", Pattern.CASE_INSENSITIVE);
  private static final String SIGNS = ",;.:!<>()[]{}\"'`\u201c\u201d\u2018\u2019";

  /** Longer than any address with what people write around it. */
  private static final int MAX_TYPED_LENGTH = 1_000;

  /** Domains that nobody means, each with the one that is meant. */
  private static final Map<String, String> SLIPS = slips();

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

  /**
   * Reads what a person typed or a platform sent: takes away signs that nobody sees, {@code
   * mailto:}, brackets, and the signs at the ends that cannot be part of an address. What is left
   * has to be an address.
   */
  public static Optional<EmailAddress> read(String typed) {
    if (typed.length() > MAX_TYPED_LENGTH) {
      return Optional.empty();
    }
    String text = bare(INVISIBLE.matcher(typed).replaceAll(""));
    Matcher named = NAMED.matcher(text + '>');
    String address = bare(SCHEME.matcher(named.matches() ? named.group(1) : text).replaceFirst(""));
    return parse(
        address.contains("?subject=") ? address.replaceFirst("\\?subject=.*", "") : address);
  }

  /** The address that was probably meant, if the domain is one of the commonest slips. */
  public Optional<EmailAddress> suggestion() {
    int at = text.lastIndexOf('@') + 1;
    return Optional.ofNullable(SLIPS.get(text.substring(at).toLowerCase(Locale.ROOT)))
        .map(domain -> new EmailAddress(text.substring(0, at) + domain));
  }

  public String domain() {
    return text.substring(text.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
  }

  /** Whether a domain is one that {@link #suggestion} proposes. */
  public static boolean isSuggested(String domain) {
    return SLIPS.containsValue(domain);
  }

  /** The text without white space and signs at its ends. */
  private static String bare(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isAround(text.charAt(start))) {
      start++;
    }
    while (end > start && isAround(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isAround(char sign) {
    return SIGNS.indexOf(sign) >= 0
        || Character.isWhitespace(sign)
        || Character.isSpaceChar(sign)
        || Character.isISOControl(sign);
  }

  private static Map<String, String> slips() {
    Map<String, String> slips = new HashMap<>();
    List.of("gamil.com", "gmial.com", "gmai.com", "gmal.com", "gmil.com", "gnail.com")
        .forEach(slip -> slips.put(slip, "gmail.com"));
    List.of("gmail.con", "gmail.co", "gmail.cm", "gmail.om")
        .forEach(slip -> slips.put(slip, "gmail.com"));
    List.of("yaho.com", "yahooo.com", "yhoo.com", "yahoo.con")
        .forEach(slip -> slips.put(slip, "yahoo.com"));
    List.of("hotmial.com", "hotmal.com", "hotmil.com", "hotmail.con")
        .forEach(slip -> slips.put(slip, "hotmail.com"));
    List.of("outlok.com", "outlook.con").forEach(slip -> slips.put(slip, "outlook.com"));
    slips.put("redifmail.com", "rediffmail.com");
    slips.put("rediffmail.con", "rediffmail.com");
    return Map.copyOf(slips);
  }
}
