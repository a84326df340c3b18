package com.avonsolutions.contact.spam;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Tells letters at random from words. It knows which letters follow each other in {@code
 * usual-words.txt}: English, Hindi and other languages of India in Latin letters, names and places.
 * Other scripts it does not judge.
 */
final class Gibberish {
  /** Shorter words say too little. */
  private static final int SHORTEST = 5;

  /** Mean binary logarithm of a pair's chance; words lie around -4, letters at random below -6. */
  private static final double LEAST = -5.6;

  private static final int LETTERS = 26;

  /** Keys side by side, forwards and backwards. */
  private static final Set<String> RUNS =
      Stream.of("qwertyuiop", "asdfghjkl", "zxcvbnm", "poiuytrewq", "lkjhgfdsa", "mnbvcxz")
          .flatMap(Gibberish::runs)
          .collect(Collectors.toUnmodifiableSet());

  private static final Pattern NO_LETTER = Pattern.compile("[^A-Za-z]+");

  private final double[][] chances;

  private Gibberish(double[][] chances) {
    this.chances = chances;
  }

  static Gibberish load() {
    double[][] counts = new double[LETTERS][LETTERS];
    Resource.lines("usual-words.txt")
        .forEach(
            line -> {
              for (int i = 1; i < line.length(); i++) {
                if (line.charAt(i) != ' ' && line.charAt(i - 1) != ' ') {
                  counts[line.charAt(i - 1) - 'a'][line.charAt(i) - 'a']++;
                }
              }
            });
    return new Gibberish(logarithms(counts));
  }

  private static double[][] logarithms(double[][] counts) {
    double[][] chances = new double[LETTERS][LETTERS];
    for (int first = 0; first < LETTERS; first++) {
      double all = 0;
      for (double count : counts[first]) {
        all += count;
      }
      for (int second = 0; second < LETTERS; second++) {
        // As if each pair had been seen a little, or one that is missing could never be.
        double chance = (counts[first][second] + 0.3) / (all + 0.3 * LETTERS);
        chances[first][second] = Math.log(chance) / Math.log(2);
      }
    }
    return chances;
  }

  /** One strange word may be a name that we do not know; it takes more to be sure. */
  int points(String text) {
    int words = 0;
    int strange = 0;
    for (String word : NO_LETTER.split(text, -1)) {
      if (word.length() >= SHORTEST) {
        words++;
        strange += isStrange(word) ? 1 : 0;
      }
    }
    if (strange == 0 || strange * 2 < words) {
      return 0;
    }
    return strange == 1 ? 50 : 100;
  }

  private boolean isStrange(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return alternatesCase(word)
        || runsAlongTheKeyboard(lower)
        || repeatsItself(lower)
        || mean(lower) < LEAST;
  }

  /** Like xKjQpLm; names in one word change case now and then, not at every second letter. */
  private static boolean alternatesCase(String word) {
    int changes = 0;
    for (int i = 1; i < word.length(); i++) {
      if (Character.isUpperCase(word.charAt(i)) != Character.isUpperCase(word.charAt(i - 1))) {
        changes++;
      }
    }
    return word.length() >= 7 && changes * 2 >= word.length();
  }

  private static boolean runsAlongTheKeyboard(String word) {
    for (int start = 0; start + SHORTEST <= word.length(); start++) {
      if (RUNS.contains(word.substring(start, start + SHORTEST))) {
        return true;
      }
    }
    return false;
  }

  private static Stream<String> runs(String row) {
    return IntStream.rangeClosed(0, row.length() - SHORTEST)
        .mapToObj(start -> row.substring(start, start + SHORTEST));
  }

  /** Like dfgdfgdfg and aaaaaa: at least six letters, at most three different ones. */
  private static boolean repeatsItself(String word) {
    int letters = 0;
    for (int at = 0; at < word.length(); at++) {
      letters |= 1 << (word.charAt(at) - 'a');
    }
    return word.length() >= 6 && Integer.bitCount(letters) <= 3;
  }

  private double mean(String word) {
    double sum = 0;
    for (int i = 1; i < word.length(); i++) {
      sum += chances[word.charAt(i - 1) - 'a'][word.charAt(i) - 'a'];
    }
    return sum / (word.length() - 1);
  }
}
