package com.avonsolutions.domain.lead;

import com.avonsolutions.text.Unicode;
import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers in what somebody wrote into a field for one.
 *
 * @param numbers in their order, each once
 * @param whole whether the text is one number and nothing else
 */
record PhoneText(List<Match> numbers, boolean whole) {
  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
  private static final String HOME_REGION = "IN";
  private static final int MAX_LENGTH = 250;
  private static final int MAX_TRIES = 20;

  /** A field that has the code already, and a person who typed it too. */
  private static final Pattern TWICE = Pattern.compile("^\\+?([0-9]{1,3})[\\s-]*\\+\\s*\\1");

  /** The same without a plus, or after the zero of a call within India. */
  private static final Pattern TWICE_HOME =
      Pattern.compile("^(?:\\+?91|0)[\\s-]*(91[\\s-]*[6-9](?:[\\s-]*[0-9]){9})$");

  /** Where two numbers meet. The parser would take the second one for an extension. */
  private static final Pattern BETWEEN =
      Pattern.compile("(?<=[0-9])\\s*[;,#~]+\\s*(?=\\+?[0-9](?:[\\s-]?[0-9]){6})");

  private static final String MOBILE =
      "(?:(?:\\+|00)?91[\\s-]*|0)?[6-9](?:[\\s-]?[0-9]){9}(?![0-9])";

  /**
   * A mobile number of India with something behind it that the parser takes for more of its digits:
   * another number, an hour, the end of a second line's number. It begins where the digits begin.
   */
  private static final Pattern WITH_MORE =
      Pattern.compile(
          "(?:\\G[\\s-]*|(?<![0-9+][\\s-]{0,3})(?<![0-9+]))("
              + MOBILE
              + ")(?=[\\s-]*+(?:$|[^0-9]|"
              + MOBILE
              + "|[0-9]{1,2}\\s*\\p{L}))");

  /** The last digits of a second line: 022 2345 6789/90. */
  private static final Pattern SECOND_LINE = Pattern.compile("\\s*/\\s*[0-9]{1,4}\\s*$");

  /** What a spreadsheet makes of a number. */
  private static final Pattern DECIMAL = Pattern.compile("^(\\+?[0-9]{7,15})\\.0+$");

  private static final Pattern SCIENTIFIC =
      Pattern.compile("^[1-9](?:\\.[0-9]{1,14})?[eE]\\+?([0-9]{1,2})$");

  /**
   * A number in a text.
   *
   * @param complete whether the text names its country
   * @param withCode whether the country is the one that was given beside the text
   */
  record Match(Phone phone, boolean complete, boolean withCode) {

    /** Whether this is the other number, or the other one written without its country. */
    boolean isPartOf(Match other) {
      String digits = PhoneNumberUtil.normalizeDigitsOnly(phone.asTyped()).replaceFirst("^0+", "");
      return phone.e164().equals(other.phone().e164())
          || (!complete && other.complete() && other.phone().e164().endsWith(digits));
    }
  }

  /**
   * Reads a text.
   *
   * @param code the country of numbers that do not name one, if the form asked for it
   */
  static PhoneText read(String typed, Optional<Integer> code) {
    String text = repaired(Unicode.visible(Unicode.cut(typed, MAX_LENGTH)).strip());
    Optional<Match> whole = number(text, typed, code);
    if (whole.isPresent()) {
      return new PhoneText(List.of(whole.get()), true);
    }
    List<Match> numbers = new ArrayList<>();
    for (PhoneNumberMatch match :
        NUMBERS.findNumbers(text, HOME_REGION, Leniency.POSSIBLE, MAX_TRIES)) {
      number(match.rawString(), match.rawString(), code)
          .filter(found -> numbers.stream().noneMatch(found::isPartOf))
          .ifPresent(numbers::add);
    }
    if (numbers.isEmpty()) {
      numbers.addAll(withMore(text, code));
    }
    return new PhoneText(List.copyOf(numbers), false);
  }

  /** The numbers that something else is written right behind of. */
  private static List<Match> withMore(String text, Optional<Integer> code) {
    List<Match> numbers = new ArrayList<>();
    Matcher mobile = WITH_MORE.matcher(asciiDigits(text));
    while (mobile.find()) {
      number(mobile.group(1), mobile.group(1), code)
          .filter(found -> numbers.stream().noneMatch(found::isPartOf))
          .ifPresent(numbers::add);
    }
    if (numbers.isEmpty()) {
      String first = SECOND_LINE.matcher(text).replaceFirst("");
      if (!first.equals(text)) {
        number(first, first, code).ifPresent(numbers::add);
      }
    }
    return numbers;
  }

  private static String asciiDigits(String text) {
    StringBuilder ascii = new StringBuilder(text.length());
    text.codePoints()
        .map(sign -> Character.isDigit(sign) ? '0' + Character.digit(sign, 10) : sign)
        .forEach(ascii::appendCodePoint);
    return ascii.toString();
  }

  private static Optional<Match> number(String text, String typed, Optional<Integer> code) {
    String digits = PhoneNumberUtil.normalizeDigitsOnly(text);
    boolean international = text.startsWith("+") || text.startsWith("＋") || digits.startsWith("00");
    if (code.isPresent() && !international) {
      String country = code.get().toString();
      // Some fields repeat the code without its sign.
      Optional<Phone> coded = Phone.parse('+' + country + text);
      return (coded.isPresent() || !digits.startsWith(country) ? coded : Phone.parse('+' + text))
          .map(phone -> new Match(named(phone, '+' + country + ' ' + typed), true, true));
    }
    return Phone.parse(text)
        .map(
            phone ->
                new Match(
                    named(phone, typed),
                    digits.replaceFirst("^0+", "").equals(phone.e164().substring(1)),
                    false));
  }

  private static Phone named(Phone phone, String typed) {
    boolean fits = typed.length() <= LeadField.PHONE.maxLength();
    return new Phone(phone.e164(), fits ? typed : phone.e164());
  }

  private static String repaired(String text) {
    if (SCIENTIFIC.matcher(text).matches()) {
      BigDecimal number = new BigDecimal(text);
      // Fewer digits are a rounded number, and so the number of somebody else.
      return number.precision() >= number.precision() - number.scale() - 1
              && number.precision() - number.scale() <= 15
          ? number.toBigInteger().toString()
          : text;
    }
    String decimal = DECIMAL.matcher(text).replaceFirst("$1");
    String once = TWICE.matcher(decimal).replaceFirst("+$1");
    String home = TWICE_HOME.matcher(once).replaceFirst("+$1");
    return BETWEEN.matcher(home).replaceAll(" / ");
  }
}
