package com.avonsolutions.answers;

import com.avonsolutions.answers.EvaluationSet.Case;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How well a set's questions were answered. Shares are of the questions that an entry answers, the
 * recall of those out of scope is of the others; without any such question a share is 0.
 *
 * @param p1 the right entry came first
 * @param mrr mean of one divided by the right entry's place
 * @param right the right entry was called the answer
 * @param wrong a wrong entry was called the answer
 * @param refused no entry was called an answer
 * @param oosRecall of the questions that no entry answers, those that got none
 * @param mcc Matthews' correlation over all entries' names, with "none" as one of them (Gorodkin
 *     2004)
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
    double refusedOutside = 0;
    int inScope = 0;
    Map<String, double[]> labels = new HashMap<>();
    for (Case asked : set.cases()) {
      List<Candidate> ranked = index.candidates(asked.question());
      Answers answers = index.ask(asked.question());
      String given = answers.answered() ? answers.answers().get(0).entry().slug() : NONE;
      count(labels, asked.slug(), given);
      if (asked.slug().equals(NONE)) {
        refusedOutside += answers.answered() ? 0 : 1;
        continue;
      }
      inScope++;
      int place = place(ranked, asked.slug());
      p1 += place == 1 ? 1 : 0;
      mrr += place == 0 ? 0 : 1.0 / place;
      right += given.equals(asked.slug()) ? 1 : 0;
      wrong += !given.equals(NONE) && !given.equals(asked.slug()) ? 1 : 0;
    }
    int outside = set.cases().size() - inScope;
    double in = Math.max(1, inScope);
    return new Evaluation(
        set.name(),
        p1 / in,
        mrr / in,
        right / in,
        wrong / in,
        inScope == 0 ? 0 : 1 - (right + wrong) / in,
        refusedOutside / Math.max(1, outside),
        matthews(labels, set.cases().size()));
  }

  private static int place(List<Candidate> ranked, String slug) {
    for (int i = 0; i < ranked.size(); i++) {
      if (ranked.get(i).entry().slug().equals(slug)) {
        return i + 1;
      }
    }
    return 0;
  }

  /** How often each label was right, was given, and was right to give. */
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
