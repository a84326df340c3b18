package com.avonsolutions.contact.spam;

import com.avonsolutions.text.Resources;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds words of random letters, by the frequency of letter pairs in {@code usual-words.txt}:
 * English, Hindi and other languages of India in Latin letters, names and places. Other scripts are
 * not judged.
 */
final class Gibberish {
  /** Shorter words have too few pairs. */
  private static final int MIN_LENGTH = 5;

  /** Mean log2 of the pairs' probabilities: real words have about -4, random letters below -6. */
  private static final double MIN_MEAN = -5.6;

  private static final int LETTERS = 26;

  /** Neighbouring keys, forwards and backwards. */
  private static final Set<String> KEYBOARD_RUNS =
      Stream.of("qwertyuiop", "asdfghjkl", "zxcvbnm", "poiuytrewq", "lkjhgfdsa", "mnbvcxz")
          .flatMap(Gibberish::runs)
          .collect(Collectors.toUnmodifiableSet());

  private static final Pattern NON_LETTERS = Pattern.compile("[^A-Za-z]+");

  private final double[][] logProbabilities;

  private Gibberish(double[][] logProbabilities) {
    this.logProbabilities = logProbabilities;
  }

  static Gibberish load() {
    double[][] counts = new double[LETTERS][LETTERS];
    Resources.lines(Gibberish.class, "usual-words.txt")
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
    double[][] logProbabilities = new double[LETTERS][LETTERS];
    for (int first = 0; first < LETTERS; first++) {
      double total = 0;
      for (double count : counts[first]) {
        total += count;
      }
      for (int second = 0; second < LETTERS; second++) {
        // Additive smoothing, so that a pair that is not in the list has a small probability.
        double probability = (counts[first][second] + 0.3) / (total + 0.3 * LETTERS);
        logProbabilities[first][second] = Math.log(probability) / Math.log(2);
      }
    }
    return logProbabilities;
  }

  /** A single strange word may be an unknown name, so it gives fewer points. */
  int points(String text) {
    int words = 0;
    int strange = 0;
    for (String word : NON_LETTERS.split(text, -1)) {
      if (word.length() >= MIN_LENGTH) {
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
        || mean(lower) < MIN_MEAN;
  }

  /** Such as xKjQpLm. Names in camel case change case too, but not at every second letter. */
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
    for (int start = 0; start + MIN_LENGTH <= word.length(); start++) {
      if (KEYBOARD_RUNS.contains(word.substring(start, start + MIN_LENGTH))) {
        return true;
      }
    }
    return false;
  }

  private static Stream<String> runs(String row) {
    return IntStream.rangeClosed(0, row.length() - MIN_LENGTH)
        .mapToObj(start -> row.substring(start, start + MIN_LENGTH));
  }

  /** Such as dfgdfgdfg and aaaaaa: six or more letters, at most three different ones. */
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
      sum += logProbabilities[word.charAt(i - 1) - 'a'][word.charAt(i) - 'a'];
    }
    return sum / (word.length() - 1);
  }
}
