package com.avonsolutions.contact;

import static java.util.Map.entry;

import com.avonsolutions.domain.lead.LeadField;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of fields in forms made for Formspree, Web3Forms, Netlify, HubSpot, Elementor and Contact
 * Form 7. {@link LeadField} knows the names of a lead's own fields.
 */
final class FieldNames {
  // Elementor writes form_fields[email], HubSpot 0-1/email, PHP interests[].
  private static final Pattern WRAPPER =
      Pattern.compile("^(?:form_fields\\[([^]]*)]|[0-9]+-[0-9]+/)|\\[]$");

  /** Fields that people do not see, so only robots fill them in. */
  private static final Set<String> HONEYPOTS =
      Set.of("_gotcha", "botcheck", "bot-field", "_honeypot", "honeypot");

  /** Fields with the address to redirect the browser to. */
  private static final Set<String> REDIRECTS = Set.of("_next", "redirect", "_redirect");

  /** Keys of the service that the form was made for, and tokens that are valid once. */
  private static final Set<String> DROPPED =
      Set.of(
          "access_key",
          "_cc",
          "g-recaptcha-response",
          "h-captcha-response",
          "cf-turnstile-response",
          "context.hutk",
          "context.ipAddress");

  /** Our names of fields that are not a {@link LeadField}, by {@link LeadField#key}. */
  private static final Map<String, String> OTHERS =
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

  static boolean isHoneypot(String name) {
    return HONEYPOTS.contains(name);
  }

  static boolean isRedirect(String name) {
    return REDIRECTS.contains(name);
  }

  static boolean isDropped(String name) {
    return DROPPED.contains(name);
  }

  /**
   * Our name of a field: a {@link LeadField#code}, or {@code service}, {@code consent}, {@code
   * page}.
   */
  static Optional<String> ours(String name) {
    String bare = WRAPPER.matcher(name).replaceAll("$1");
    return LeadField.of(bare)
        .map(LeadField::code)
        .or(() -> Optional.ofNullable(OTHERS.get(LeadField.key(bare))));
  }
}
