package com.avonsolutions.domain.lead;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;

/**
 * A phone number one can call.
 *
 * @param e164 in the form of ITU-T E.164, e.g. {@code +919876543210}
 * @param asTyped what the person wrote
 */
public record Phone(String e164, String asTyped) {
  private static final String HOME_REGION = "IN";
  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

  /**
   * Reads a number as people in India type it: with or without +91 or a leading 0, with spaces,
   * dashes, or Devanagari digits. Foreign numbers need their country code; of those only the length
   * is checked, because their plans change faster than our copy of them.
   */
  public static Optional<Phone> parse(String typed) {
    PhoneNumber number;
    try {
      number = NUMBERS.parse(typed, HOME_REGION);
    } catch (NumberParseException e) {
      return Optional.empty();
    }
    // Letters as on a phone's keys would quietly become the number of somebody else.
    if (NUMBERS.isAlphaNumber(typed)) {
      return Optional.empty();
    }
    boolean indian = number.getCountryCode() == NUMBERS.getCountryCodeForRegion(HOME_REGION);
    boolean callable = indian ? NUMBERS.isValidNumber(number) : isWhole(number);
    return callable
        ? Optional.of(new Phone(NUMBERS.format(number, PhoneNumberFormat.E164), typed))
        : Optional.empty();
  }

  /** Has the length of a number that can be called from everywhere, not only from its own town. */
  private static boolean isWhole(PhoneNumber number) {
    return NUMBERS.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE;
  }
}
