package com.avonsolutions.contact;

import static java.util.Map.entry;

import com.avonsolutions.domain.lead.LeadField;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What other forms call their fields: those that Formspree, Web3Forms, Netlify, HubSpot, Elementor
 * and Contact Form 7 write into a page. A lead's own fields are {@link LeadField}'s.
 */
final class FieldNames {
  // form_fields[email] of Elementor, 0-1/email of HubSpot, interests[] of PHP.
  private static final Pattern WRAPPING =
      Pattern.compile("^(?:form_fields\\[([^]]*)]|[0-9]+-[0-9]+/)|\\[]$");

  /** Tell only of robots: people do not see these fields. */
  private static final Set<String> TRAPS =
      Set.of("_gotcha", "botcheck", "bot-field", "_honeypot", "honeypot");

  /** Where to send the browser afterwards. */
  private static final Set<String> NEXT = Set.of("_next", "redirect", "_redirect");

  /** Keys of the service that the form was made for, and tokens that are good for one check. */
  private static final Set<String> DROPPED =
      Set.of(
          "access_key",
          "_cc",
          "g-recaptcha-response",
          "h-captcha-response",
          "cf-turnstile-response",
          "context.hutk",
          "context.ipAddress");

  /** What a form says beside a lead's own fields, by {@link LeadField#key}. */
  private static final Map<String, String> BESIDE =
      Map.ofEntries(
          entry("service", "service"),
          entry("consent", "consent"),
          entry("acceptance", "consent"),
          entry("gdpr", "consent"),
          entry("agree", "consent"),
          entry("terms", "consent"),
          entry("privacy", "consent"),
          entry("legalconsentoptionsconsentconsenttoprocess", "consent"),
          entry("page", "page"),
          entry("pageuri", "page"),
          entry("pageurl", "page"),
          entry("contextpageuri", "page"));

  private FieldNames() {}

  static boolean isTrap(String name) {
    return TRAPS.contains(name);
  }

  static boolean isNext(String name) {
    return NEXT.contains(name);
  }

  static boolean isDropped(String name) {
    return DROPPED.contains(name);
  }

  /**
   * Our name of a field: one of {@link LeadRequest#TYPED}, or {@code firstName}, {@code lastName},
   * {@code page}.
   */
  static Optional<String> ours(String name) {
    String bare = WRAPPING.matcher(name).replaceAll("$1");
    return LeadField.of(bare)
        .map(FieldNames::ours)
        .or(() -> Optional.ofNullable(BESIDE.get(LeadField.key(bare))));
  }

  private static String ours(LeadField field) {
    return switch (field) {
      case NAME -> "name";
      case GIVEN_NAME -> "firstName";
      case FAMILY_NAME -> "lastName";
      case EMAIL -> "email";
      case PHONE -> "phone";
      case COMPANY -> "company";
      case MESSAGE -> "message";
    };
  }
}
