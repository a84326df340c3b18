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
 * {@code make answer-calibration}: fits the confidence of {@link Tuning} again and shows the effect
 * of other thresholds and of each feature, on the given sets, on the tuning half of the visitors'
 * questions and on questions.csv. It only prints; people copy the numbers into {@link Tuning}.
 */
public final class AnswerCalibration {
  private static final int SIGNALS = 5;
  private static final int ITERATIONS = 50;
  private static final double RIDGE_PENALTY = 1e-4;

  /**
   * The signals of a question's best entry, with a leading 1 for the constant.
   *
   * @param refused whether a refused subject is better, so that no entry answers
   */
  private record Observation(
      double[] signals, boolean answerable, boolean right, boolean refused) {}

  private AnswerCalibration() {}

  /** Arguments: the files of the sets. */
  public static void main(String[] arguments) throws IOException {
    List<EvaluationSet> sets = new ArrayList<>();
    for (String argument : arguments) {
      sets.add(EvaluationSet.read(Path.of(argument)));
    }
    sets.add(EvaluationSet.visitors().only("visitors, tuning half", asked -> !asked.test()));
    sets.add(EvaluationSet.starterQuestions());

    confidence("Confidence", sets, WordVectors.shipped(), Tuning.WITH_VECTORS);
    confidence("Without vectors", sets, WordVectors.missing("left out"), Tuning.WITHOUT_VECTORS);
    System.out.println("The same for each set, with a confidence fitted on the other sets:");
    heldOut(sets);
    System.out.println(
        "Fewer aliases, and a third of the entries removed, so that their questions are out of scope:");
    for (String argument : arguments) {
      otherEntries(EvaluationSet.read(Path.of(argument)));
    }
    System.out.println("P@1 with each feature left out:");
    for (EvaluationSet set : sets) {
      ablation(set);
    }
  }

  /** Leave-one-out: each set with a confidence that is fitted on the others, to see overfitting. */
  private static void heldOut(List<EvaluationSet> sets) {
    List<List<Observation>> observed =
        sets.stream().map(set -> observe(set, new AnswerIndex(set.entries()))).toList();
    for (int i = 0; i < sets.size(); i++) {
      List<List<Observation>> others = new ArrayList<>(observed);
      others.remove(i);
      bands(sets.get(i).name(), observed.get(i), fit(others));
    }
  }

  /** The same questions with fewer aliases or fewer entries, and the tuning that is deployed. */
  private static void otherEntries(EvaluationSet set) {
    for (int aliases : new int[] {3, 1, 0}) {
      List<FaqEntry> fewer =
          set.entries().stream()
              .map(e -> withAliases(e, e.aliases().stream().limit(aliases).toList()))
              .toList();
      measure(set.name() + ", " + aliases + " aliases", fewer, set.cases());
    }
    List<FaqEntry> remaining = new ArrayList<>();
    for (int i = 0; i < set.entries().size(); i++) {
      if (i % 3 != 0) {
        remaining.add(set.entries().get(i));
      }
    }
    Set<String> slugs = remaining.stream().map(FaqEntry::slug).collect(Collectors.toSet());
    List<Case> cases =
        set.cases().stream()
            .map(c -> slugs.contains(c.slug()) ? c : new Case("", false, c.question(), ""))
            .toList();
    measure(set.name() + ", a third gone", remaining, cases);
  }

  private static void measure(String name, List<FaqEntry> entries, List<Case> cases) {
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
    List<List<Observation>> observed =
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
    System.out.println("Answered right / wrong / refused out of scope, with each threshold:");
    for (int i = 0; i < sets.size(); i++) {
      bands(sets.get(i).name(), observed.get(i), fitted);
    }
  }

  private static List<Observation> observe(EvaluationSet set, AnswerIndex index) {
    List<Observation> observed = new ArrayList<>();
    for (Case asked : set.cases()) {
      Ranking ranking = index.rank(asked.question());
      boolean answerable = !asked.slug().isEmpty();
      // An exact wording has confidence 1, without the regression.
      if (ranking.size() == 0 || ranking.score(0) == 1) {
        continue;
      }
      Signals signals = ranking.signals(0);
      observed.add(
          new Observation(
              new double[] {1, signals.match(), signals.others(), signals.lead(), signals.words()},
              answerable,
              answerable && ranking.entry(0).slug().equals(asked.slug()),
              ranking.isRefused()));
    }
    return observed;
  }

  /** Newton's method on the logistic loss; each set has the same weight. */
  private static double[] fit(List<List<Observation>> sets) {
    double[] weights = new double[SIGNALS];
    for (int iteration = 0; iteration < ITERATIONS; iteration++) {
      double[] gradient = new double[SIGNALS];
      double[][] hessian = new double[SIGNALS][SIGNALS];
      for (List<Observation> set : sets) {
        for (Observation one : set) {
          if (one.refused()) {
            continue;
          }
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
        gradient[i] += RIDGE_PENALTY * weights[i];
        hessian[i][i] += RIDGE_PENALTY;
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

  /** Gaussian elimination without pivoting; the matrix is positive definite. */
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

  private static void bands(String name, List<Observation> observed, double[] fitted) {
    StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-26s", name));
    for (int percent = 25; percent <= 65; percent += 5) {
      double threshold = percent / 100.0;
      int answerable = 0;
      int right = 0;
      int wrong = 0;
      int refused = 0;
      for (Observation one : observed) {
        boolean answered = !one.refused() && logistic(fitted, one.signals()) >= threshold;
        answerable += one.answerable() ? 1 : 0;
        right += one.right() && answered ? 1 : 0;
        wrong += one.answerable() && !one.right() && answered ? 1 : 0;
        refused += !one.answerable() && !answered ? 1 : 0;
      }
      int outOfScope = observed.size() - answerable;
      line.append(
          String.format(
              Locale.ROOT,
              "  .%d: %.3f/%.3f/%.3f",
              percent,
              (double) right / Math.max(1, answerable),
              (double) wrong / Math.max(1, answerable),
              (double) refused / Math.max(1, outOfScope)));
    }
    System.out.println(line);
  }

  private static void ablation(EvaluationSet set) {
    StringBuilder line =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "%-26s  all %.3f",
                set.name(),
                precisionAt1(set, Tuning.WITH_VECTORS)));
    for (Feature feature : Feature.values()) {
      Map<Feature, Double> weights = new EnumMap<>(Tuning.WITH_VECTORS.weights());
      weights.put(feature, 0.0);
      line.append(
          String.format(
              Locale.ROOT, "  without %s %.3f", feature, precisionAt1(set, with(weights))));
    }
    AnswerIndex words =
        new AnswerIndex(set.entries(), WordVectors.missing("left out"), Tuning.WITHOUT_VECTORS);
    line.append(String.format(Locale.ROOT, "  without vectors %.3f", precisionAt1(set, words)));
    System.out.println(line);
  }

  private static Tuning with(Map<Feature, Double> weights) {
    return new Tuning(
        weights,
        Tuning.WITH_VECTORS.confidence(),
        Tuning.WITH_VECTORS.unrelatedMatch(),
        Tuning.WITH_VECTORS.answerThreshold(),
        Tuning.WITH_VECTORS.didYouMeanThreshold());
  }

  private static double precisionAt1(EvaluationSet set, Tuning tuning) {
    return precisionAt1(set, new AnswerIndex(set.entries(), WordVectors.shipped(), tuning));
  }

  private static double precisionAt1(EvaluationSet set, AnswerIndex index) {
    int answerable = 0;
    int right = 0;
    for (Case asked : set.cases()) {
      if (!asked.slug().isEmpty()) {
        Ranking ranking = index.rank(asked.question());
        answerable++;
        right += ranking.size() > 0 && ranking.entry(0).slug().equals(asked.slug()) ? 1 : 0;
      }
    }
    return (double) right / Math.max(1, answerable);
  }
}
