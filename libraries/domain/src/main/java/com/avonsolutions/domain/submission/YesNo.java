package com.avonsolutions.domain.submission;

import com.avonsolutions.text.Unicode;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A yes or a no, as forms, scripts, platforms and people write it: in English, Hindi and Hinglish,
 * as a boolean or as a number. Consent, traps and the boxes of platforms are read with this and
 * with nothing else. docs/embedding.md lists the words.
 */
public enum YesNo {
  YES,
  NO;

  private static final Set<String> YES_WORDS =
      words(
          "yes, y, ya, yeah, yep, yup, true, t, on, 1, ok, okay, sure, agree, agreed, i agree,"
              + " accept, accepted, i accept, consent, i consent, granted, allow, allowed, checked,"
              + " ticked, selected, opt in, optin, ✓, ✔, ☑, ✅, haan, han, haa, haanji, haan ji, ji haan, ji,"
              + " हाँ, हां, हा, जी, जी हाँ, जी हां, हाँ जी, हां जी, सहमत, मैं सहमत हूँ, मैं सहमत हूं,"
              + " स्वीकार");

  private static final Set<String> NO_WORDS =
      words(
          "no, n, nope, not, never, false, f, off, 0, 00, ०, null, undefined, none, nil, na, nan,"
              + " ✗, ✘, ✖, ❌, ☐, no way, not now, not ok, not okay, not yes, disagree,"
              + " i disagree, disagreed, decline, declined, i decline, deny, denied, refuse, refused,"
              + " reject, rejected, not agreed, not accepted, not granted, not given, not allowed,"
              + " disallow, disallowed, disabled, inactive, unchecked, not checked,"
              + " unticked, not ticked, unselected, opt out, optout, no thanks, no thank you,"
              + " not interested, naa, nahi, nahin, nahee, nai, nahi ji, ji nahi, na ji, mat, mat karo,"
              + " नहीं, नही, नहीं जी, जी नहीं, ना, न, मत, असहमत, अस्वीकार, सहमत नहीं,"
              + " मैं सहमत नहीं हूँ, मैं सहमत नहीं हूं");

  /** Words that are polite beside a no: {@code जी, नहीं}. */
  private static final Set<String> POLITE_WORDS = words("ji, जी, ok, okay, sure");

  private static final String ASK =
      "(?:agree|consent|accept|allow|want|wish|contact|call|mail|email|message|text|sms|whatsapp"
          + "|send|share|disturb)";

  /** A whole sentence that refuses, in the form that {@link #plain} gives it. */
  private static final Pattern REFUSAL =
      Pattern.compile(
          "(?:(?:no|please|pls|kindly) )*(?:i |we )?(?:do not|don t|dont|did not|didn t|cannot"
              + "|can t|will not|won t|never|would not|would rather not)(?: "
              + ASK
              + "\\b.*)?"
              + "|(?:i |we )(?:refuse|reject|decline|object|disagree|opt out|withdraw)\\b.*"
              + "|(?:i am |i m )?not interested\\b.*"
              + "|no (?:(?:more |phone |marketing |sales )?(?:calls?|contact|sms|mails?|emails?"
              + "|messages?|texts?|whatsapp|marketing|consent))\\b.*");

  /** The same in Hindi and Hinglish, where the "not" stands late in a short sentence. */
  private static final Pattern HINDI_REFUSAL =
      Pattern.compile("(?:\\S+ ){0,4}(?:mat|nahi|nahin|मत|नहीं|नही)(?: \\S+){0,2}");

  /** What a question is apart from its answer by: {@code I agree: no}. */
  private static final Pattern QUESTION = Pattern.compile("^[^:=]*[:=]\\s*(?=[^\\s:=/])");

  /** What does not tell two of these words apart. */
  private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}✓✔☑✅✗✘✖❌☐]+");

  private static final Pattern PARTS = Pattern.compile("[,;:.!|/\\n–—]+|\\s-\\s");

  /** Longer texts are the wording of a box, not an answer to it. */
  private static final int MAX_LENGTH = 200;

  /**
   * Reads an answer; a text that says neither is empty. A box that sends a hidden "no" beside its
   * "yes" is ticked, so of several answers in one text a yes counts, and else the first.
   */
  public static Optional<YesNo> of(String text) {
    if (text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    String visible = Unicode.visible(Normalizer.normalize(text, Form.NFKC));
    String answer = QUESTION.matcher(visible).replaceFirst("");
    return read(answer).or(() -> read(visible));
  }

  private static Optional<YesNo> read(String text) {
    List<String> parts =
        Arrays.stream(PARTS.split(text.strip(), -1))
            .map(YesNo::plain)
            .filter(part -> !part.isEmpty())
            .toList();
    boolean refused = parts.stream().anyMatch(NO_WORDS::contains);
    List<String> meant =
        parts.stream().filter(part -> !(refused && POLITE_WORDS.contains(part))).toList();
    if (meant.isEmpty()) {
      return Optional.empty();
    }
    if (meant.stream().anyMatch(YES_WORDS::contains)) {
      return Optional.of(YES);
    }
    String whole = plain(text);
    return NO_WORDS.contains(whole)
            || NO_WORDS.contains(meant.get(0))
            || REFUSAL.matcher(whole).matches()
            || HINDI_REFUSAL.matcher(whole).matches()
        ? Optional.of(NO)
        : Optional.empty();
  }

  public static boolean isYes(String text) {
    return of(text).filter(YES::equals).isPresent();
  }

  public static boolean isNo(String text) {
    return of(text).filter(NO::equals).isPresent();
  }

  private static String plain(String text) {
    return SIGNS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }

  private static Set<String> words(String list) {
    return Set.copyOf(Arrays.asList(list.split(", *", -1)));
  }
}
