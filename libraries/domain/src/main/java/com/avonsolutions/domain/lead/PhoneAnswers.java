package com.avonsolutions.domain.lead;

import com.avonsolutions.domain.submission.Placeholder;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All that a form or a platform says about phone numbers. The most complete number is the one to
 * call, the next one is kept as such, and everything else that was written is kept as typed.
 */
public final class PhoneAnswers {
  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
  private static final Pattern CODE = Pattern.compile("(\\+|00|\\b)0*([1-9][0-9]{0,2})\\b");
  private static final Pattern REGION = Pattern.compile("\\b[A-Z]{2}\\b");

  private final Map<String, String> answers = new LinkedHashMap<>();
  private final Map<String, String> codes = new LinkedHashMap<>();

  /**
   * What was chosen.
   *
   * @param unusable what was typed instead of a number; empty with a number, and without any answer
   * @param question that the number or the unusable text answers; empty if there is neither
   * @param more answers that the chosen numbers do not hold whole, by question
   */
  public record Choice(
      Optional<Phone> phone,
      Optional<Phone> other,
      String unusable,
      Optional<String> question,
      Map<String, String> more) {
    /** An answer that is too long to be a number. */
    public static Choice unusable(String question, String answer) {
      return new Choice(
          Optional.empty(), Optional.empty(), answer, Optional.of(question), Map.of());
    }

    /** The number as it was typed, or what was typed instead of one. */
    public String text() {
      return phone.map(Phone::asTyped).orElse(unusable);
    }
  }

  /** Made when a form first names a country instead of its code. */
  private static final class Countries {
    /** Region codes by English name in lower case, and by the short forms that are no codes. */
    static final Map<String, String> BY_NAME = new HashMap<>();

    static {
      for (String region : Locale.getISOCountries()) {
        Locale country = new Locale.Builder().setRegion(region).build();
        BY_NAME.put(country.getDisplayCountry(Locale.ENGLISH).toLowerCase(Locale.ROOT), region);
      }
      BY_NAME.put("UK", "GB");
      BY_NAME.put("great britain", "GB");
      BY_NAME.put("usa", "US");
      BY_NAME.put("united states of america", "US");
      BY_NAME.put("uae", "AE");
    }
  }

  /** A number in an answer. */
  private record Found(String question, PhoneText.Match number, boolean whole) {}

  /** The choice of a single answer. */
  public static Choice of(String question, String answer) {
    return new PhoneAnswers().add(question, answer).choose();
  }

  /** Adds an answer; one that means none is left out. */
  public PhoneAnswers add(String question, String answer) {
    if (!Placeholder.is(answer)) {
      // What is longer than an extra answer may be is cut anyway.
      answers.merge(
          question,
          answer,
          (first, next) -> first.length() > ExtraAnswers.MAX_LENGTH ? first : first + '\n' + next);
    }
    return this;
  }

  /** Adds the answer to a question for a country code, which belongs to the numbers without one. */
  public PhoneAnswers addCountryCode(String question, String answer) {
    if (!Placeholder.is(answer)) {
      codes.putIfAbsent(question, answer);
    }
    return this;
  }

  public boolean isEmpty() {
    return answers.isEmpty() && codes.isEmpty();
  }

  /** Chooses among all answers. */
  public Choice choose() {
    Optional<Integer> code =
        codes.values().stream().flatMap(text -> countryCode(text).stream()).findFirst();
    List<Found> found = new ArrayList<>();
    answers.forEach(
        (question, answer) -> {
          PhoneText text = PhoneText.read(answer, code);
          text.numbers().forEach(number -> found.add(new Found(question, number, text.whole())));
        });
    // Sorting is stable: of two that are equally complete, the first stays first.
    found.sort(Comparator.comparing(one -> !one.number().complete()));
    Map<String, String> more = new LinkedHashMap<>(answers);
    if (found.isEmpty()) {
      more.putAll(codes);
      if (answers.isEmpty()) {
        return new Choice(Optional.empty(), Optional.empty(), "", Optional.empty(), more);
      }
      Map.Entry<String, String> first = answers.entrySet().iterator().next();
      more.remove(first.getKey());
      return new Choice(
          Optional.empty(), Optional.empty(), first.getValue(), Optional.of(first.getKey()), more);
    }
    Found chosen = found.get(0);
    if (chosen.whole()) {
      more.remove(chosen.question());
    }
    if (!chosen.number().withCode()) {
      more.putAll(codes);
    }
    Optional<Phone> other =
        found.stream()
            .map(Found::number)
            .filter(number -> !number.isPartOf(chosen.number()))
            .map(PhoneText.Match::phone)
            .findFirst();
    return new Choice(
        Optional.of(chosen.number().phone()), other, "", Optional.of(chosen.question()), more);
  }

  /**
   * The calling code in a text: {@code +44}, {@code 0044}, {@code 44}, {@code GB (+44)}, {@code
   * GB}, {@code United Kingdom}.
   */
  private static Optional<Integer> countryCode(String text) {
    String digits = PhoneNumberUtil.normalizeDigitsOnly(text).isEmpty() ? "" : text;
    Matcher code = CODE.matcher(digits);
    if (code.find()) {
      int number = Integer.parseInt(code.group(2));
      return NUMBERS.getSupportedCallingCodes().contains(number)
          ? Optional.of(number)
          : Optional.empty();
    }
    Matcher codes = REGION.matcher(text);
    String region = codes.find() ? codes.group() : text.strip().toLowerCase(Locale.ROOT);
    return Optional.of(Countries.BY_NAME.getOrDefault(region, region))
        .filter(NUMBERS.getSupportedRegions()::contains)
        .map(NUMBERS::getCountryCodeForRegion);
  }
}
