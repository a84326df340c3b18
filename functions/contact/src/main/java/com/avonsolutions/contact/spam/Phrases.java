package com.avonsolutions.contact.spam;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Ways of saying that give an offer away, from {@code phrases.txt}. What matters is who wants to
 * sell: our own customers ask for SEO and websites too, and tell of their businesses.
 */
final class Phrases {
  private static final String GAP = "*";
  private static final int WIDEST_GAP = 6;

  private final Map<String, List<Phrase>> byFirstWord;

  /**
   * A phrase: at each place one of several words with / between, or a gap. They stay as they are
   * written, because five thousand words in sets would cost every start of the function.
   */
  private record Phrase(SpamReason reason, int points, List<String> places) {}

  private Phrases(Map<String, List<Phrase>> byFirstWord) {
    this.byFirstWord = byFirstWord;
  }

  static Phrases load() {
    Map<String, List<Phrase>> byFirstWord = new HashMap<>();
    SpamReason reason = SpamReason.OFFER;
    for (String line : Resource.lines("phrases.txt").toList()) {
      if (line.startsWith("[")) {
        reason = SpamReason.valueOf(line.substring(1, line.length() - 1).toUpperCase(Locale.ROOT));
        continue;
      }
      List<String> parts = List.of(line.split(" ", -1));
      Phrase phrase =
          new Phrase(reason, Integer.parseInt(parts.get(0)), parts.subList(1, parts.size()));
      for (String first : phrase.places().get(0).split("/", -1)) {
        byFirstWord.computeIfAbsent(first, word -> new ArrayList<>()).add(phrase);
      }
    }
    return new Phrases(byFirstWord);
  }

  /** The points of each kind, a phrase once however often it stands there; they may be below 0. */
  Map<SpamReason, Integer> points(String text) {
    String[] words = Words.of(text);
    Set<Phrase> found = new HashSet<>();
    Map<SpamReason, Integer> points = new EnumMap<>(SpamReason.class);
    for (int at = 0; at < words.length; at++) {
      for (Phrase phrase : byFirstWord.getOrDefault(words[at], List.of())) {
        if (matches(phrase.places(), 1, words, at + 1) && found.add(phrase)) {
          points.merge(phrase.reason(), phrase.points(), Integer::sum);
        }
      }
    }
    points.replaceAll((reason, sum) -> Math.min(sum, SpamScore.THRESHOLD));
    return points;
  }

  /** Whether the words go on as the phrase does from this place. */
  private static boolean matches(List<String> places, int place, String[] words, int at) {
    if (place == places.size()) {
      return true;
    }
    if (!places.get(place).equals(GAP)) {
      return at < words.length
          && isOneOf(places.get(place), words[at])
          && matches(places, place + 1, words, at + 1);
    }
    for (int next = at; next <= Math.min(at + WIDEST_GAP, words.length - 1); next++) {
      if (matches(places, place + 1, words, next)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOneOf(String place, String word) {
    for (int at = place.indexOf(word);
        at >= 0 && at < place.length();
        at = place.indexOf(word, at + 1)) {
      int end = at + word.length();
      if ((at == 0 || place.charAt(at - 1) == '/')
          && (end == place.length() || place.charAt(end) == '/')) {
        return true;
      }
    }
    return false;
  }
}
