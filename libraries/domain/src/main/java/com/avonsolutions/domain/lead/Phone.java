package com.avonsolutions.domain.lead;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;

/**
 * A phone number that can be called.
 *
 * @param e164 in ITU-T E.164 format, e.g. {@code +919876543210}
 * @param asTyped the person's own spelling
 */
public record Phone(String e164, String asTyped) {
  private static final String HOME_REGION = "IN";
  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

  /**
   * Parses a number as people in India type it: with or without +91 or a leading 0, with spaces,
   * dashes, or Devanagari digits. Foreign numbers need their country code; only their length is
   * checked, because numbering plans change faster than our copy of them.
   */
  public static Optional<Phone> parse(String typed) {
    PhoneNumber number;
    try {
      number = NUMBERS.parse(typed, HOME_REGION);
    } catch (NumberParseException e) {
      return Optional.empty();
    }
    // The parser would turn letters into digits, and so into the number of somebody else.
    if (NUMBERS.isAlphaNumber(typed)) {
      return Optional.empty();
    }
    boolean indian = number.getCountryCode() == NUMBERS.getCountryCodeForRegion(HOME_REGION);
    boolean callable = indian ? NUMBERS.isValidNumber(number) : hasFullLength(number);
    return callable
        ? Optional.of(new Phone(NUMBERS.format(number, PhoneNumberFormat.E164), typed))
        : Optional.empty();
  }

  /** Has the length of a number with its area code, not of a local one. */
  private static boolean hasFullLength(PhoneNumber number) {
    return NUMBERS.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE;
  }
}
