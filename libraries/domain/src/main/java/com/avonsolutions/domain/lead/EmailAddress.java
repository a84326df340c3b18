package com.avonsolutions.domain.lead;

import com.avonsolutions.text.Unicode;
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

  /** A mail program's spelling of an address with the name of its owner. */
  private static final Pattern NAMED = Pattern.compile("[^<>]*<([^<>]+)>");

  private static final Pattern SCHEME = Pattern.compile("^mailto:", Pattern.CASE_INSENSITIVE);

  /** Signs that begin somebody's address; other signs before it are not part of it. */
  private static final String BEGINNINGS = "_+-~$&%^";

  /** What a mail program or a link adds behind a domain. */
  private static final Pattern ADDED = Pattern.compile("(?<=@)([^@?#]*+)[?#].*", Pattern.DOTALL);

  private static final Pattern AT = Pattern.compile("\\s+@\\s*|@\\s+");

  /** ASCII as keyboards of East Asia write it, each this much above the plain character. */
  private static final Pattern FULL_WIDTH = Pattern.compile("[\uff01-\uff5e]");

  private static final int FULL_WIDTH_OFFSET = '\uff01' - '!';

  /** What stands between two addresses, besides blanks. */
  private static final Pattern BETWEEN = Pattern.compile("[\\s,;/|&]+");

  /** An address behind a sign or at the beginning, and any words behind it. */
  private static final Pattern AROUND =
      Pattern.compile("(?:.*[:;,/|(<]\\s*)?(\\S+@\\S+)(?:\\s.*)?", Pattern.DOTALL);

  /** Longer than any address with what people write around it. */
  private static final int MAX_TYPED_LENGTH = 1_000;

  /** Domains that nobody means, each with the one that is meant. */
  private static final Map<String, String> SLIPS = slips();

  /** The possessive quantifiers keep the time linear. */
  private static final Pattern PLAUSIBLE =
      Pattern.compile(
          "[^@\\s\\p{Z}\\p{C}<>\\[\\],;:\\\\]++@LABEL(?:\\.LABEL)++"
              .replace("LABEL", "[\\p{L}\\p{M}\\p{N}_-]++(?<!-)"));

  /**
   * Reads an address, by one rule for forms and platforms: a local part, one {@code @}, and a
   * domain of two or more labels, which are letters, digits and hyphens. Only a mail can show
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
   * mailto:}, brackets, blanks around the {@code @}, and the signs at the ends that cannot be part
   * of an address. What is left has to be an address, or several of which the first counts.
   */
  public static Optional<EmailAddress> read(String typed) {
    if (typed.length() > MAX_TYPED_LENGTH) {
      return Optional.empty();
    }
    String visible = Unicode.visible(typed);
    String text =
        FULL_WIDTH
            .matcher(visible)
            .replaceAll(
                wide ->
                    Matcher.quoteReplacement(
                        String.valueOf((char) (wide.group().charAt(0) - FULL_WIDTH_OFFSET))));
    return isSeveral(text) ? first(text) : one(text);
  }

  /** Whether a text has a second address, or something that looks like it. */
  public static boolean isSeveral(String typed) {
    return typed.chars().filter(sign -> sign == '@' || sign == '\uff20').count() > 1;
  }

  private static Optional<EmailAddress> one(String typed) {
    String text = bare(typed);
    Matcher named = NAMED.matcher(text + '>');
    String address = bare(SCHEME.matcher(named.matches() ? named.group(1) : text).replaceFirst(""));
    return parse(AT.matcher(bare(ADDED.matcher(address).replaceFirst("$1"))).replaceFirst("@"));
  }

  /**
   * The same for platforms, where nobody can correct what was written: words around the address do
   * not matter either. Only a word right before it may be a part of it, and then there is none.
   */
  public static Optional<EmailAddress> firstIn(String text) {
    Matcher around = AROUND.matcher(Unicode.cut(text, MAX_TYPED_LENGTH));
    return read(text).or(() -> around.matches() ? one(around.group(1)) : Optional.empty());
  }

  private static Optional<EmailAddress> first(String text) {
    return BETWEEN.splitAsStream(text).flatMap(part -> one(part).stream()).findFirst();
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

  /** The text without what is before and behind an address. */
  private static String bare(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && !isPart(text.codePointAt(start), BEGINNINGS)) {
      start += Character.charCount(text.codePointAt(start));
    }
    // A domain ends with a letter or a digit.
    while (end > start && !isPart(text.codePointBefore(end), "")) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    return text.substring(start, end);
  }

  private static boolean isPart(int sign, String signs) {
    return Character.isLetterOrDigit(sign)
        || isMark(Character.getType(sign))
        || signs.indexOf(sign) >= 0;
  }

  private static boolean isMark(int type) {
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
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
