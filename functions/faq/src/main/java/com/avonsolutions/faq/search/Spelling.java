package com.avonsolutions.faq.search;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Knows the words that can be meant, and finds the one that a misspelt word was meant to be. The
 * first letter has to be right. A short word may lack a letter, have one too many or two swapped;
 * another letter in it most often makes another word, as in "loan" and "load".
 */
final class Spelling {
  private static final int SHORTEST = 4;
  private static final int SHORT = 5;
  private static final int LONG = 9;

  private final Set<String> known;
  private final Map<Character, List<String>> byFirstLetter;

  Spelling(Collection<String> known) {
    this.known = Set.copyOf(known);
    this.byFirstLetter =
        this.known.stream()
            .filter(word -> word.length() >= SHORTEST - 1)
            .sorted()
            .collect(Collectors.groupingBy(word -> word.charAt(0)));
  }

  Stem correct(Stem stem) {
    return stem.weak() || known.contains(stem.text())
        ? stem
        : nearest(stem.text()).map(found -> new Stem(found, false, true)).orElse(stem);
  }

  private Optional<String> nearest(String word) {
    if (word.length() < SHORTEST) {
      return Optional.empty();
    }
    int most = word.length() < LONG ? 1 : 2;
    String nearest = "";
    int smallest = Integer.MAX_VALUE;
    for (String candidate : byFirstLetter.getOrDefault(word.charAt(0), List.of())) {
      int difference = Math.abs(candidate.length() - word.length());
      if (difference > most) {
        continue;
      }
      int distance = distance(word, candidate);
      if (distance > most || (word.length() <= SHORT && isReplacement(word, candidate))) {
        continue;
      }
      // Of equally near words one of the same length: "tiem" is "time" before it is "tie".
      int rank = 2 * distance + (difference == 0 ? 0 : 1);
      if (rank < smallest) {
        smallest = rank;
        nearest = candidate;
      }
    }
    return nearest.isEmpty() ? Optional.empty() : Optional.of(nearest);
  }

  private static boolean isReplacement(String word, String candidate) {
    return word.length() == candidate.length() && word.chars().sum() != candidate.chars().sum();
  }

  /** How many letters to insert, delete, replace or swap with the next one. */
  private static int distance(String one, String other) {
    int[] beforeLast = new int[other.length() + 1];
    int[] last = new int[other.length() + 1];
    int[] current = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      current[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = last[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, Math.min(last[j], current[j - 1]) + 1);
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1)) {
          current[j] = Math.min(current[j], beforeLast[j - 2] + 1);
        }
      }
      int[] oldest = beforeLast;
      beforeLast = last;
      last = current;
      current = oldest;
    }
    return last[other.length()];
  }
}
