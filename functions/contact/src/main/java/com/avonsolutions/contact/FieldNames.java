package com.avonsolutions.contact;

import static java.util.Map.entry;

import com.avonsolutions.domain.lead.EmailAddress;
import com.avonsolutions.domain.lead.LeadField;
import com.avonsolutions.domain.lead.PhoneAnswers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of fields in forms made for Formspree, Web3Forms, Netlify, HubSpot, Elementor and Contact
 * Form 7. {@link LeadField} knows the names of a lead's own fields.
 */
final class FieldNames {
  // Elementor writes form_fields[email], others field_3f2a[email] and names[first_name]; HubSpot
  // writes 0-1/email, PHP interests[].
  private static final Pattern WRAPPER =
      Pattern.compile("^(?:[\\w-]+\\[([^]\\[]+)]|[0-9]+-[0-9]+/)|\\[]$");

  /** Words in a longer name that may ask for an address or a number: txtEmail, lead_phone_1. */
  private static final Pattern EMAIL_WORD = Pattern.compile("(?<![a-z])e?-?mail(?![a-z])");

  private static final Pattern PHONE_WORD =
      Pattern.compile("(?<![a-z])(?:phone|mobile|tel|telephone|whatsapp)(?![a-z])");

  /** Longer values are no number with words beside it, and cost time to read. */
  private static final int MAX_NUMBER_LENGTH = 80;

  private static final Pattern CAPITAL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

  private static final Set<String> REACH = Set.of(LeadField.PHONE.code(), LeadField.EMAIL.code());

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
          entry("iagree", "consent"),
          entry("agreement", "consent"),
          entry("gdpragreement", "consent"),
          entry("gdprconsent", "consent"),
          entry("privacypolicy", "consent"),
          entry("privacyconsent", "consent"),
          entry("termsandconditions", "consent"),
          entry("acceptterms", "consent"),
          entry("acceptanceterms", "consent"),
          entry("consenttocall", "consent"),
          entry("consenttocontact", "consent"),
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
    String key = LeadField.key(bare);
    return LeadField.of(bare)
        // phone[code] is no code of anything else.
        .or(() -> LeadField.of(name))
        .map(LeadField::code)
        .or(() -> Optional.ofNullable(OTHERS.get(key)))
        .or(() -> Optional.ofNullable(OTHERS.get(LeadField.withoutNumber(key))));
  }

  /**
   * Our name of a field, also if only a word of its own name and its value say what it asks for.
   *
   * @param value as it was typed
   */
  static Optional<String> ours(String name, String value) {
    Optional<String> known = ours(name);
    if (known.isPresent()) {
      return known;
    }
    if (PhoneAnswers.isCountryCode(name, value)) {
      return Optional.of(LeadField.COUNTRY_CODE.code());
    }
    String words = words(name);
    if (EMAIL_WORD.matcher(words).find() && EmailAddress.read(value).isPresent()) {
      return Optional.of(LeadField.EMAIL.code());
    }
    return value.length() <= MAX_NUMBER_LENGTH
            && PHONE_WORD.matcher(words).find()
            && PhoneAnswers.of(name, value).phone().isPresent()
        ? Optional.of(LeadField.PHONE.code())
        : Optional.empty();
  }

  /** Whether a name asks for a phone number or an e-mail address. */
  static boolean isReach(String name) {
    return ours(name).filter(REACH::contains).isPresent();
  }

  /** The usual names of the fields that say how to reach a person, for who builds a form. */
  static List<String> understood() {
    return List.of("email", "phone", "mobile", "whatsapp");
  }

  /** The words of a name, in lower case and apart: txtEmail, lead_phone_1. */
  private static String words(String name) {
    return CAPITAL.matcher(name).replaceAll(" ").toLowerCase(Locale.ROOT);
  }
}
