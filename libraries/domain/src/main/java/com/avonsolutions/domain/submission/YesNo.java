package com.avonsolutions.domain.submission;

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
              + " ticked, selected, opt in, optin, haan, han, haa, haanji, haan ji, ji haan, ji,"
              + " हाँ, हां, हा, जी, जी हाँ, जी हां, हाँ जी, हां जी, सहमत, मैं सहमत हूँ, मैं सहमत हूं,"
              + " स्वीकार");

  private static final Set<String> NO_WORDS =
      words(
          "no, n, nope, not, never, false, f, off, 0, 00, null, undefined, none, disagree,"
              + " i disagree, disagreed, decline, declined, i decline, deny, denied, refuse, refused,"
              + " reject, rejected, not agreed, not accepted, not granted, unchecked, not checked,"
              + " unticked, not ticked, unselected, opt out, optout, no thanks, no thank you,"
              + " not interested, nahi, nahin, nahee, nai, nahi ji, ji nahi, na ji, mat, mat karo,"
              + " नहीं, नही, नहीं जी, जी नहीं, ना, न, मत, असहमत, अस्वीकार, सहमत नहीं,"
              + " मैं सहमत नहीं हूँ, मैं सहमत नहीं हूं");

  private static final Pattern REFUSAL =
      Pattern.compile(
          "(?:i |we )?(?:do not|don t|dont|did not|didn t|cannot|can t|will not|won t)"
              + " (?:agree|consent|accept|allow|want|wish|contact|call)\\b.*");

  /** What does not tell two of these words apart. */
  private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

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
    List<String> parts =
        Arrays.stream(PARTS.split(text.strip(), -1))
            .map(YesNo::plain)
            .filter(part -> !part.isEmpty())
            .toList();
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    if (parts.stream().anyMatch(YES_WORDS::contains)) {
      return Optional.of(YES);
    }
    String whole = plain(text);
    return NO_WORDS.contains(whole)
            || NO_WORDS.contains(parts.get(0))
            || REFUSAL.matcher(whole).matches()
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
