package com.avonsolutions.answers;

import com.avonsolutions.answers.EvaluationSet.Case;
import com.avonsolutions.domain.faq.FaqEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code make answer-calibration}: fits the confidence of {@link Tuning} anew and shows what the
 * bands and each feature are worth, on the sets named and on the tuning half of the visitors'
 * questions. It changes nothing; the numbers go into {@link Tuning} by hand.
 */
public final class AnswerCalibration {
  private static final int SIGNALS = 5;
  private static final int ROUNDS = 50;
  private static final double RIDGE = 1e-4;

  /** What was known of the best entry, and whether it was the right one. */
  private record Observed(double[] signals, boolean answerable, boolean right) {}

  private AnswerCalibration() {}

  /** Takes the files of the sets. */
  public static void main(String[] arguments) throws IOException {
    List<EvaluationSet> sets = new ArrayList<>();
    for (String argument : arguments) {
      sets.add(EvaluationSet.read(Path.of(argument)));
    }
    sets.add(EvaluationSet.visitors().only("visitors, tuning half", asked -> !asked.test()));
    sets.add(EvaluationSet.starterQuestions());

    confidence("Confidence", sets, WordVectors.shipped(), Tuning.SHIPPED);
    confidence("Without vectors", sets, WordVectors.missing("left out"), Tuning.WORDS_ALONE);
    System.out.println("The same for each set, with a confidence fitted on the others only:");
    heldOut(sets);
    System.out.println(
        "Fewer aliases, and a third of the entries gone, whose questions are then out of scope:");
    for (String argument : arguments) {
      shapes(EvaluationSet.read(Path.of(argument)));
    }
    System.out.println("P@1 with each feature left out:");
    for (EvaluationSet set : sets) {
      ablation(set);
    }
  }

  /** What a set makes of a confidence that was fitted on the others: whether it is their own. */
  private static void heldOut(List<EvaluationSet> sets) {
    List<List<Observed>> observed =
        sets.stream().map(set -> observe(set, new AnswerIndex(set.entries()))).toList();
    for (int i = 0; i < sets.size(); i++) {
      List<List<Observed>> others = new ArrayList<>(observed);
      others.remove(i);
      bands(sets.get(i).name(), observed.get(i), fit(others));
    }
  }

  /** The same questions to entries of another shape, with the numbers that are shipped. */
  private static void shapes(EvaluationSet set) {
    for (int aliases : new int[] {3, 1, 0}) {
      List<FaqEntry> fewer =
          set.entries().stream()
              .map(e -> withAliases(e, e.aliases().stream().limit(aliases).toList()))
              .toList();
      shape(set.name() + ", " + aliases + " aliases", fewer, set.cases());
    }
    List<FaqEntry> left = new ArrayList<>();
    for (int i = 0; i < set.entries().size(); i++) {
      if (i % 3 != 0) {
        left.add(set.entries().get(i));
      }
    }
    Set<String> slugs = left.stream().map(FaqEntry::slug).collect(Collectors.toSet());
    List<Case> cases =
        set.cases().stream()
            .map(c -> slugs.contains(c.slug()) ? c : new Case("", false, c.question(), ""))
            .toList();
    shape(set.name() + ", a third gone", left, cases);
  }

  private static void shape(String name, List<FaqEntry> entries, List<Case> cases) {
    EvaluationSet set = new EvaluationSet(name, entries, cases);
    System.out.println(Evaluation.of(set, new AnswerIndex(entries)).line());
  }

  private static FaqEntry withAliases(FaqEntry entry, List<String> aliases) {
    return new FaqEntry(
        entry.slug(),
        entry.question(),
        entry.hindi(),
        entry.category(),
        entry.order(),
        false,
        aliases,
        entry.answerHtml());
  }

  private static void confidence(
      String title, List<EvaluationSet> sets, WordVectors vectors, Tuning tuning) {
    List<List<Observed>> observed =
        sets.stream()
            .map(set -> observe(set, new AnswerIndex(set.entries(), vectors, tuning)))
            .toList();
    double[] fitted = fit(observed);
    System.out.printf(
        Locale.ROOT,
        "%s: constant %.2f, match %.2f, others %.2f, lead %.2f, words %.2f%n",
        title,
        fitted[0],
        fitted[1],
        fitted[2],
        fitted[3],
        fitted[4]);
    System.out.println("Answered right / wrong / refused out of scope, from each confidence on:");
    for (int i = 0; i < sets.size(); i++) {
      bands(sets.get(i).name(), observed.get(i), fitted);
    }
  }

  private static List<Observed> observe(EvaluationSet set, AnswerIndex index) {
    List<Observed> observed = new ArrayList<>();
    for (Case asked : set.cases()) {
      Ranking ranking = index.rank(asked.question());
      boolean answerable = !asked.slug().isEmpty();
      // What is asked in an entry's own words is certain, whatever the regression says.
      if (ranking.size() == 0 || ranking.score(0) == 1) {
        continue;
      }
      Signals signals = ranking.signals(0);
      observed.add(
          new Observed(
              new double[] {1, signals.match(), signals.others(), signals.lead(), signals.words()},
              answerable,
              answerable && ranking.entry(0).entry().slug().equals(asked.slug())));
    }
    return observed;
  }

  /** Newton's method on the logistic loss; each set weighs the same. */
  private static double[] fit(List<List<Observed>> sets) {
    double[] weights = new double[SIGNALS];
    for (int round = 0; round < ROUNDS; round++) {
      double[] gradient = new double[SIGNALS];
      double[][] hessian = new double[SIGNALS][SIGNALS];
      for (List<Observed> set : sets) {
        for (Observed one : set) {
          double share = 1.0 / set.size();
          double guess = logistic(weights, one.signals());
          for (int i = 0; i < SIGNALS; i++) {
            gradient[i] += share * (guess - (one.right() ? 1 : 0)) * one.signals()[i];
            for (int j = 0; j < SIGNALS; j++) {
              hessian[i][j] += share * guess * (1 - guess) * one.signals()[i] * one.signals()[j];
            }
          }
        }
      }
      for (int i = 0; i < SIGNALS; i++) {
        gradient[i] += RIDGE * weights[i];
        hessian[i][i] += RIDGE;
      }
      double[] step = solve(hessian, gradient);
      for (int i = 0; i < SIGNALS; i++) {
        weights[i] -= step[i];
      }
    }
    return weights;
  }

  private static double logistic(double[] weights, double[] signals) {
    double sum = 0;
    for (int i = 0; i < SIGNALS; i++) {
      sum += weights[i] * signals[i];
    }
    return 1 / (1 + Math.exp(-sum));
  }

  /** Gauss' elimination; the matrix is positive definite. */
  private static double[] solve(double[][] matrix, double[] right) {
    double[] solution = right.clone();
    for (int i = 0; i < SIGNALS; i++) {
      for (int row = i + 1; row < SIGNALS; row++) {
        double factor = matrix[row][i] / matrix[i][i];
        for (int column = i; column < SIGNALS; column++) {
          matrix[row][column] -= factor * matrix[i][column];
        }
        solution[row] -= factor * solution[i];
      }
    }
    for (int i = SIGNALS - 1; i >= 0; i--) {
      for (int column = i + 1; column < SIGNALS; column++) {
        solution[i] -= matrix[i][column] * solution[column];
      }
      solution[i] /= matrix[i][i];
    }
    return solution;
  }

  private static void bands(String name, List<Observed> observed, double[] fitted) {
    StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-26s", name));
    for (int percent = 25; percent <= 65; percent += 5) {
      double from = percent / 100.0;
      int answerable = 0;
      int right = 0;
      int wrong = 0;
      int refused = 0;
      for (Observed one : observed) {
        boolean answered = logistic(fitted, one.signals()) >= from;
        answerable += one.answerable() ? 1 : 0;
        right += one.right() && answered ? 1 : 0;
        wrong += one.answerable() && !one.right() && answered ? 1 : 0;
        refused += !one.answerable() && !answered ? 1 : 0;
      }
      int outside = observed.size() - answerable;
      line.append(
          String.format(
              Locale.ROOT,
              "  .%d: %.3f/%.3f/%.3f",
              percent,
              (double) right / Math.max(1, answerable),
              (double) wrong / Math.max(1, answerable),
              (double) refused / Math.max(1, outside)));
    }
    System.out.println(line);
  }

  private static void ablation(EvaluationSet set) {
    StringBuilder line =
        new StringBuilder(
            String.format(Locale.ROOT, "%-26s  all %.3f", set.name(), first(set, Tuning.SHIPPED)));
    for (Feature feature : Feature.values()) {
      Map<Feature, Double> weights = new EnumMap<>(Tuning.SHIPPED.weights());
      weights.put(feature, 0.0);
      line.append(
          String.format(Locale.ROOT, "  without %s %.3f", feature, first(set, with(weights))));
    }
    AnswerIndex words =
        new AnswerIndex(set.entries(), WordVectors.missing("left out"), Tuning.WORDS_ALONE);
    line.append(String.format(Locale.ROOT, "  without vectors %.3f", first(set, words)));
    System.out.println(line);
  }

  private static Tuning with(Map<Feature, Double> weights) {
    return new Tuning(
        weights,
        Tuning.SHIPPED.confidence(),
        Tuning.SHIPPED.anyMatch(),
        Tuning.SHIPPED.answerFrom(),
        Tuning.SHIPPED.didYouMeanFrom());
  }

  private static double first(EvaluationSet set, Tuning tuning) {
    return first(set, new AnswerIndex(set.entries(), WordVectors.shipped(), tuning));
  }

  private static double first(EvaluationSet set, AnswerIndex index) {
    int answerable = 0;
    int right = 0;
    for (Case asked : set.cases()) {
      if (!asked.slug().isEmpty()) {
        Ranking ranking = index.rank(asked.question());
        answerable++;
        right += ranking.size() > 0 && ranking.entry(0).entry().slug().equals(asked.slug()) ? 1 : 0;
      }
    }
    return (double) right / Math.max(1, answerable);
  }
}
