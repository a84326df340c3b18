package com.avonsolutions.contact.spam;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Trains the weights of {@link Wording} by stochastic gradient descent. The same texts give the
 * same weights.
 */
final class WordingTrainer {
  private static final int ROUNDS = 60;
  private static final double DECAY = 0.003;

  /** Rarer words say more about one text than about its kind. */
  private static final int MIN_TEXTS = 2;

  /** No language is spam, and random letters are no words. */
  private static final Set<String> NOT_BY_WORDS = Set.of("foreign", "gibberish");

  private WordingTrainer() {}

  private record Example(Set<String> features, boolean spam) {}

  /** The lines of the weights' file. */
  static List<String> train(List<LabelledText> texts) {
    List<Example> examples = examples(texts);
    Map<String, Double> weights = new HashMap<>(Map.of(Wording.INTERCEPT, 0.0));
    examples.forEach(one -> one.features().forEach(feature -> weights.put(feature, 0.0)));
    Wording model = new Wording(weights);
    Random random = new Random(1);
    for (int round = 0; round < ROUNDS; round++) {
      Collections.shuffle(examples, random);
      double rate = 0.3 / (1 + round * 0.1);
      for (Example one : examples) {
        double chance = 1 / (1 + StrictMath.exp(-model.logOdds(one.features())));
        double error = (one.spam() ? 1 : 0) - chance;
        weights.merge(Wording.INTERCEPT, rate * error * 0.1, Double::sum);
        double step = error * Wording.scale(one.features().size());
        for (String feature : one.features()) {
          weights.compute(feature, (name, weight) -> weight + rate * (step - DECAY * weight));
        }
      }
    }
    List<String> lines = new ArrayList<>();
    new TreeMap<>(weights)
        .forEach(
            (feature, weight) -> lines.add(String.format(Locale.ROOT, "%.2f %s", weight, feature)));
    return lines;
  }

  private static List<Example> examples(List<LabelledText> texts) {
    Map<String, Integer> counts = new HashMap<>();
    texts.forEach(
        one ->
            Wording.features(one.text().language())
                .forEach(word -> counts.merge(word, 1, Integer::sum)));
    return texts.stream()
        .filter(one -> !NOT_BY_WORDS.contains(one.kind()))
        .map(
            one ->
                new Example(
                    Wording.features(one.text().language()).stream()
                        .filter(word -> counts.getOrDefault(word, 0) >= MIN_TEXTS)
                        .collect(Collectors.toCollection(LinkedHashSet::new)),
                    !one.kind().isEmpty()))
        .collect(Collectors.toCollection(ArrayList::new));
  }
}
