package com.avonsolutions.domain.lead;

import com.avonsolutions.domain.submission.Placeholder;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * All that a form or a platform says about phone numbers. The most complete number is the one to
 * call, the next one is kept as such, and everything else that was written is kept as typed.
 */
public final class PhoneAnswers {
  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
  private static final Pattern CODE = Pattern.compile("(\\+|00|\\b)0*([1-9][0-9]{0,2})\\b");

  /** Names of countries that neither their codes nor ISO 3166 have. */
  private static final Map<String, String> SHORT_NAMES =
      Map.of("USA", "US", "UNITED STATES OF AMERICA", "US", "UAE", "AE");

  private static final Pattern REGION = Pattern.compile("\\b[A-Z]{2}\\b");
  private static final Pattern BARE_CODE = Pattern.compile("(?:\\+|00)[1-9][0-9]{0,2}");
  private static final Pattern CODE_QUESTION = Pattern.compile("code|country|prefix|dial|isd|cc$");
  private static final Pattern LAST_DIGITS = Pattern.compile("[0-9]+$");

  /** Reading a text costs up to some milliseconds; further answers are kept as typed. */
  private static final int MAX_READ = 20;

  /** Fewer equal letters do not say that a code and a number belong together. */
  private static final int MIN_PREFIX = 3;

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

  /** A number in an answer. */
  private record Found(String question, PhoneText.Match number, boolean whole) {}

  /** The choice of a single answer. */
  public static Choice of(String question, String answer) {
    return new PhoneAnswers().add(question, answer).choose();
  }

  /** Adds an answer; one that means none is left out. */
  public PhoneAnswers add(String question, String answer) {
    if (!Placeholder.is(answer)) {
      answers.merge(question, answer, PhoneAnswers::both);
    }
    return this;
  }

  /** Adds the answer to a question for a country code, which belongs to the numbers without one. */
  public PhoneAnswers addCountryCode(String question, String answer) {
    if (!Placeholder.is(answer)) {
      codes.merge(question, answer, PhoneAnswers::both);
    }
    return this;
  }

  /**
   * Whether an answer is a calling code and nothing else, {@code +44}, to a question with another
   * name that may ask for one, such as {@code cc} or {@code prefix}.
   */
  public static boolean isCountryCode(String question, String answer) {
    return BARE_CODE.matcher(answer.strip()).matches()
        && CODE_QUESTION.matcher(LeadField.key(question)).find()
        && countryCode(answer).isPresent();
  }

  /** What is longer than an extra answer may be is cut anyway. */
  private static String both(String first, String next) {
    return first.length() > ExtraAnswers.MAX_LENGTH ? first : first + '\n' + next;
  }

  public boolean isEmpty() {
    return answers.isEmpty() && codes.isEmpty();
  }

  /** Chooses among all answers. */
  public Choice choose() {
    Map<String, Integer> readable = readableCodes();
    List<Found> found = new ArrayList<>();
    answers.entrySet().stream()
        .limit(MAX_READ)
        .forEach(
            one -> {
              String question = one.getKey();
              Optional<Integer> code =
                  codeQuestionOf(question, readable.keySet()).map(readable::get);
              PhoneText text = PhoneText.read(one.getValue(), code);
              text.numbers()
                  .forEach(number -> found.add(new Found(question, number, text.whole())));
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
    // The number holds its own code only.
    more.putAll(codes);
    if (chosen.number().withCode()) {
      codeQuestionOf(chosen.question(), readable.keySet()).ifPresent(more::remove);
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
   * The question for the country code of a number: the one that is named like it, {@code
   * mobile_country_code} for {@code mobile}, else the first that is not named like another number.
   */
  private Optional<String> codeQuestionOf(String question, Set<String> codeQuestions) {
    Optional<String> own =
        codeQuestions.stream()
            .filter(code -> likeness(code, question) >= MIN_PREFIX)
            .max(Comparator.comparingInt(code -> likeness(code, question)));
    return own.or(
        () ->
            codeQuestions.stream()
                .filter(
                    code ->
                        answers.keySet().stream()
                            .limit(MAX_READ)
                            .noneMatch(other -> likeness(code, other) >= MIN_PREFIX))
                .findFirst());
  }

  /** The calling codes by question, in the order in which they were added. */
  private Map<String, Integer> readableCodes() {
    Map<String, Integer> readable = new LinkedHashMap<>();
    codes.entrySet().stream()
        .limit(MAX_READ)
        .forEach(
            code ->
                countryCode(code.getValue())
                    .ifPresent(number -> readable.put(code.getKey(), number)));
    return readable;
  }

  /** How many letters two names have in common at their beginnings; more with the same number. */
  private static int likeness(String code, String question) {
    String one = LeadField.key(code);
    String other = LeadField.key(question);
    int equal = 0;
    while (equal < Math.min(one.length(), other.length())
        && one.charAt(equal) == other.charAt(equal)) {
      equal++;
    }
    Matcher number = LAST_DIGITS.matcher(one);
    return number.find() && other.endsWith(number.group()) ? equal + MIN_PREFIX : equal;
  }

  /**
   * The calling code in a text: {@code +44}, {@code 0044}, {@code 44}, {@code GB (+44)}, {@code
   * GB}, {@code gb}, {@code United Kingdom}.
   */
  private static Optional<Integer> countryCode(String text) {
    Matcher code = CODE.matcher(text);
    if (code.find()) {
      int number = Integer.parseInt(code.group(2));
      return NUMBERS.getSupportedCallingCodes().contains(number)
          ? Optional.of(number)
          : Optional.empty();
    }
    String name = text.strip().toUpperCase(Locale.ROOT);
    Matcher region = REGION.matcher(SHORT_NAMES.getOrDefault(name, text.replace("UK", "GB")));
    String found = region.find() ? region.group() : Countries.REGIONS.getOrDefault(name, name);
    return NUMBERS.getSupportedRegions().contains(found)
        ? Optional.of(NUMBERS.getCountryCodeForRegion(found))
        : Optional.empty();
  }

  /** Loaded for the first country that has neither a code nor its two letters. */
  private static final class Countries {
    static final Map<String, String> REGIONS =
        NUMBERS.getSupportedRegions().stream()
            .collect(
                Collectors.toMap(
                    region ->
                        new Locale.Builder()
                            .setRegion(region)
                            .build()
                            .getDisplayCountry(Locale.ENGLISH)
                            .toUpperCase(Locale.ROOT),
                    region -> region,
                    (first, next) -> first));
  }
}
