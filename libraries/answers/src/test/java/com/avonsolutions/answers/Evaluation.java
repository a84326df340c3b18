package com.avonsolutions.answers;

import com.avonsolutions.answers.EvaluationSet.Case;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How well a set's questions are answered. All figures except oosRecall and mcc are shares of the
 * questions in scope, which an entry answers. A share of no questions is 0.
 *
 * @param p1 precision at 1: the right entry comes first
 * @param mrr mean reciprocal rank of the right entry
 * @param right the first answer is the right entry
 * @param wrong the first answer is a wrong entry
 * @param refused there is no answer
 * @param oosRecall of the questions out of scope, those without an answer
 * @param mcc Matthews correlation coefficient over all slugs and "none" (Gorodkin 2004)
 */
record Evaluation(
    String name,
    double p1,
    double mrr,
    double right,
    double wrong,
    double refused,
    double oosRecall,
    double mcc) {
  private static final String NONE = "";

  static Evaluation of(EvaluationSet set, AnswerIndex index) {
    double p1 = 0;
    double mrr = 0;
    double right = 0;
    double wrong = 0;
    double refusedOutOfScope = 0;
    int inScope = 0;
    Map<String, double[]> labels = new HashMap<>();
    for (Case asked : set.cases()) {
      List<Candidate> ranked = index.candidates(asked.question());
      Answers answers = index.ask(asked.question());
      String given = answers.answered() ? answers.answers().get(0).entry().slug() : NONE;
      count(labels, asked.slug(), given);
      if (asked.slug().equals(NONE)) {
        refusedOutOfScope += answers.answered() ? 0 : 1;
        continue;
      }
      inScope++;
      int rank = rank(ranked, asked.slug());
      p1 += rank == 1 ? 1 : 0;
      mrr += rank == 0 ? 0 : 1.0 / rank;
      right += given.equals(asked.slug()) ? 1 : 0;
      wrong += !given.equals(NONE) && !given.equals(asked.slug()) ? 1 : 0;
    }
    int outOfScope = set.cases().size() - inScope;
    double in = Math.max(1, inScope);
    return new Evaluation(
        set.name(),
        p1 / in,
        mrr / in,
        right / in,
        wrong / in,
        inScope == 0 ? 0 : 1 - (right + wrong) / in,
        refusedOutOfScope / Math.max(1, outOfScope),
        matthews(labels, set.cases().size()));
  }

  /** From 1; 0 when the entry is not among the candidates. */
  private static int rank(List<Candidate> ranked, String slug) {
    for (int i = 0; i < ranked.size(); i++) {
      if (ranked.get(i).entry().slug().equals(slug)) {
        return i + 1;
      }
    }
    return 0;
  }

  /** Counts for each label: expected, given, and given correctly. */
  private static void count(Map<String, double[]> labels, String right, String given) {
    labels.computeIfAbsent(right, key -> new double[3])[0]++;
    labels.computeIfAbsent(given, key -> new double[3])[1]++;
    labels.get(given)[2] += right.equals(given) ? 1 : 0;
  }

  private static double matthews(Map<String, double[]> labels, int count) {
    double correct = 0;
    double both = 0;
    double squaresOfRight = 0;
    double squaresOfGiven = 0;
    for (double[] label : labels.values()) {
      correct += label[2];
      both += label[0] * label[1];
      squaresOfRight += label[0] * label[0];
      squaresOfGiven += label[1] * label[1];
    }
    double all = (double) count * count;
    double scale = Math.sqrt((all - squaresOfGiven) * (all - squaresOfRight));
    return scale == 0 ? 0 : (correct * count - both) / scale;
  }

  /** One line of a table. */
  String line() {
    return String.format(
        Locale.ROOT,
        "%-26s P@1 %.3f  MRR %.3f  right %.3f  wrong %.3f  refused %.3f  out of scope refused %.3f"
            + "  MCC %.3f",
        name,
        p1,
        mrr,
        right,
        wrong,
        refused,
        oosRecall,
        mcc);
  }
}
