package com.avonsolutions.contact;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What other forms call the fields of a lead: those that Formspree, Web3Forms, Netlify, HubSpot,
 * Elementor and Contact Form 7 write into a page, and what people call them there.
 */
final class FieldNames {
  // form_fields[email] of Elementor, 0-1/email of HubSpot, interests[] of PHP.
  private static final Pattern WRAPPING =
      Pattern.compile("^(?:form_fields\\[([^]]*)]|[0-9]+-[0-9]+/)|\\[]$");
  private static final Pattern NO_LETTER = Pattern.compile("[^a-z0-9]+");

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

  private static final Map<String, String> OURS = ours();

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
   * Our name of a field: one of {@link LeadRequest#ORDER}, or {@code firstName}, {@code lastName},
   * {@code page}.
   */
  static Optional<String> ours(String name) {
    String bare = WRAPPING.matcher(name).replaceAll("$1").toLowerCase(Locale.ROOT);
    String letters = NO_LETTER.matcher(bare).replaceAll("");
    return Optional.ofNullable(OURS.get(letters))
        .or(
            () ->
                letters.startsWith("your")
                    ? Optional.ofNullable(OURS.get(letters.substring("your".length())))
                    : Optional.empty());
  }

  private static Map<String, String> ours() {
    Map<String, Set<String>> names =
        Map.of(
            "name",
            Set.of("name", "fullname", "contactname", "customername", "personname"),
            "firstName",
            Set.of("firstname", "fname", "givenname", "first"),
            "lastName",
            Set.of("lastname", "lname", "surname", "familyname", "last"),
            "email",
            Set.of("email", "emailaddress", "emailid", "mail", "mailid", "replyto", "workemail"),
            "phone",
            Set.of(
                "phone",
                "phonenumber",
                "phoneno",
                "mobile",
                "mobilenumber",
                "mobileno",
                "mobilephone",
                "contactnumber",
                "contactno",
                "tel",
                "telephone",
                "whatsapp",
                "whatsappnumber",
                "whatsappno"),
            "company",
            Set.of(
                "company",
                "companyname",
                "organisation",
                "organization",
                "organisationname",
                "organizationname",
                "business",
                "businessname"),
            "service",
            Set.of("service"),
            "message",
            Set.of(
                "message",
                "msg",
                "comment",
                "comments",
                "enquiry",
                "inquiry",
                "query",
                "requirement",
                "requirements"),
            "consent",
            Set.of(
                "consent",
                "acceptance",
                "gdpr",
                "agree",
                "terms",
                "privacy",
                "legalconsentoptionsconsentconsenttoprocess"),
            "page",
            Set.of("page", "pageuri", "pageurl", "contextpageuri"));
    Map<String, String> ours = new HashMap<>();
    names.forEach((our, theirs) -> theirs.forEach(their -> ours.put(their, our)));
    return Map.copyOf(ours);
  }
}
