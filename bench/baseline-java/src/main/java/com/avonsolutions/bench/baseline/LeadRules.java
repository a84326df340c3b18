package com.avonsolutions.bench.baseline;

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

/** The contact form's validation. */
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

  /** Error messages by field; empty if the lead is valid. */
  static Map<String, String> errors(Map<String, String> fields) {
    Map<String, String> errors = new TreeMap<>();
    line(fields, "name", 100, errors);
    line(fields, "phone", 40, errors);
    line(fields, "company", 150, errors);
    String message = fields.getOrDefault("message", "");
    if (message.length() > 5000 || !LINES.matcher(message).matches()) {
      errors.put("message", "Keep the message under 5,000 characters, without control characters.");
    }
    if (fields.getOrDefault("name", "").isEmpty()) {
      errors.put("name", "Tell us your name.");
    }
    String email = fields.getOrDefault("email", "");
    if (!email.isEmpty() && (email.length() > 254 || !EMAIL.matcher(email).matches())) {
      errors.put("email", "Write the e-mail address like name@example.com.");
    }
    String phone = fields.getOrDefault("phone", "");
    if (phone.isEmpty() && email.isEmpty()) {
      errors.put("phone", "Give a phone number or an e-mail address. One is enough.");
    } else if (!phone.isEmpty() && e164(phone).isEmpty()) {
      errors.put("phone", "Check the phone number.");
    }
    String service = fields.getOrDefault("service", "");
    if (!service.isEmpty() && !SERVICES.contains(service)) {
      errors.put("service", "Choose a service from the list.");
    }
    if (!TICKED.contains(fields.getOrDefault("consent", ""))) {
      errors.put("consent", "Tick the box, so that we may answer you.");
    }
    return errors;
  }

  private static void line(
      Map<String, String> fields, String name, int maxLength, Map<String, String> errors) {
    String value = fields.getOrDefault(name, "");
    if (value.length() > maxLength || !LINE.matcher(value).matches()) {
      errors.put(name, "Keep it under " + maxLength + " characters, in one line.");
    }
  }

  /** The number in E.164 format, if it can be called. */
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
