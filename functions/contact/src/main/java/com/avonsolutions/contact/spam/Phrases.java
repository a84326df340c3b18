package com.avonsolutions.contact.spam;

import com.avonsolutions.text.Resources;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Phrases in sections, each with points: those of spam from {@code phrases.txt}, those of buyers
 * from {@code requests.txt}.
 */
final class Phrases {
  private static final String GAP = "*";
  private static final int MAX_GAP = 6;

  private final Map<String, List<Phrase>> byFirstWord;

  /**
   * A phrase as a list of places: a gap, or words separated by {@code /} of which one must match.
   * Places stay strings, because sets of five thousand words would slow down every cold start.
   */
  private record Phrase(String section, int points, List<String> places) {}

  private Phrases(Map<String, List<Phrase>> byFirstWord) {
    this.byFirstWord = byFirstWord;
  }

  static Phrases load(String file) {
    Map<String, List<Phrase>> byFirstWord = new HashMap<>();
    String section = "";
    for (String line : Resources.lines(Phrases.class, file)) {
      if (line.startsWith("[")) {
        section = line.substring(1, line.length() - 1).toUpperCase(Locale.ROOT);
        continue;
      }
      List<String> parts = List.of(line.split(" ", -1));
      Phrase phrase =
          new Phrase(section, Integer.parseInt(parts.get(0)), parts.subList(1, parts.size()));
      for (String first : phrase.places().get(0).split("/", -1)) {
        byFirstWord.computeIfAbsent(first, word -> new ArrayList<>()).add(phrase);
      }
    }
    return new Phrases(byFirstWord);
  }

  /**
   * The points by section, at most the threshold each. A phrase counts once. Points may be
   * negative.
   *
   * @param words as {@link Words} gives them
   */
  Map<String, Integer> points(String[] words) {
    Set<Phrase> found = new HashSet<>();
    Map<String, Integer> points = new HashMap<>();
    for (int at = 0; at < words.length; at++) {
      for (Phrase phrase : byFirstWord.getOrDefault(words[at], List.of())) {
        if (matches(phrase.places(), 1, words, at + 1) && found.add(phrase)) {
          points.merge(phrase.section(), phrase.points(), Integer::sum);
        }
      }
    }
    points.replaceAll((section, sum) -> Math.min(sum, SpamScore.THRESHOLD));
    return points;
  }

  /** Whether the words from {@code at} match the phrase from {@code place}. */
  private static boolean matches(List<String> places, int place, String[] words, int at) {
    if (place == places.size()) {
      return true;
    }
    if (!places.get(place).equals(GAP)) {
      return at < words.length
          && isOneOf(places.get(place), words[at])
          && matches(places, place + 1, words, at + 1);
    }
    for (int next = at; next <= Math.min(at + MAX_GAP, words.length - 1); next++) {
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
