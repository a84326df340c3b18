package com.avonsolutions.bench.twin;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The contact form's rules. */
final class LeadRules {
  private static final Pattern LINE = Pattern.compile("\\P{Cc}*+");
  private static final Pattern LINES = Pattern.compile("[\\P{Cc}\\r\\n\\t]*+");
  private static final Pattern EMAIL =
      Pattern.compile("[^@\\s\\p{Z}\\p{C}]++@[^@.\\s\\p{Z}\\p{C}]++(\\.[^@.\\s\\p{Z}\\p{C}]++)++");
  private static final Set<String> SERVICES =
      Set.of("search", "ads", "social", "websites", "messaging", "reporting", "other");
  private static final Set<String> TICKED = Set.of("yes", "true", "on", "1");
  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

  private LeadRules() {}

  /** What is wrong, by field; empty when nothing is. */
  static Map<String, String> mistakes(Map<String, String> fields) {
    Map<String, String> mistakes = new TreeMap<>();
    line(fields, "name", 100, mistakes);
    line(fields, "phone", 40, mistakes);
    line(fields, "company", 150, mistakes);
    String message = fields.getOrDefault("message", "");
    if (message.length() > 5000 || !LINES.matcher(message).matches()) {
      mistakes.put(
          "message", "Keep the message under 5,000 characters, without control characters.");
    }
    if (fields.getOrDefault("name", "").isEmpty()) {
      mistakes.put("name", "Tell us your name.");
    }
    String email = fields.getOrDefault("email", "");
    if (!email.isEmpty() && (email.length() > 254 || !EMAIL.matcher(email).matches())) {
      mistakes.put("email", "Write the e-mail address like name@example.com.");
    }
    String phone = fields.getOrDefault("phone", "");
    if (phone.isEmpty() && email.isEmpty()) {
      mistakes.put("phone", "Give a phone number or an e-mail address. One is enough.");
    } else if (!phone.isEmpty() && e164(phone).isEmpty()) {
      mistakes.put("phone", "Check the phone number.");
    }
    String service = fields.getOrDefault("service", "");
    if (!service.isEmpty() && !SERVICES.contains(service)) {
      mistakes.put("service", "Choose a service from the list.");
    }
    if (!TICKED.contains(fields.getOrDefault("consent", ""))) {
      mistakes.put("consent", "Tick the box, so that we may answer you.");
    }
    return mistakes;
  }

  private static void line(
      Map<String, String> fields, String name, int longest, Map<String, String> mistakes) {
    String value = fields.getOrDefault(name, "");
    if (value.length() > longest || !LINE.matcher(value).matches()) {
      mistakes.put(name, "Keep it under " + longest + " characters, in one line.");
    }
  }

  /** The number in the form of ITU-T E.164, if one can call it. */
  static Optional<String> e164(String typed) {
    try {
      PhoneNumber number = NUMBERS.parse(typed, "IN");
      boolean callable =
          number.getCountryCode() == NUMBERS.getCountryCodeForRegion("IN")
              ? NUMBERS.isValidNumber(number)
              : NUMBERS.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE;
      return callable && !NUMBERS.isAlphaNumber(typed)
          ? Optional.of(NUMBERS.format(number, PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }
}
