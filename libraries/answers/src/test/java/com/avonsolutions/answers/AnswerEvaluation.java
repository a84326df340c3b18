package com.avonsolutions.answers;

import com.avonsolutions.answers.EvaluationSet.Case;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code make answer-eval}: measures how well the deployed code answers the questions of a set.
 * Without a set, it measures the visitors' questions to the starter entries.
 */
public final class AnswerEvaluation {

  private AnswerEvaluation() {}

  /** Arguments, both optional: the set's file, and {@code json} for a last line of JSON. */
  public static void main(String[] arguments) throws IOException {
    boolean json = false;
    EvaluationSet set = null;
    for (String argument : arguments) {
      if (argument.equals("json")) {
        json = true;
      } else {
        set = EvaluationSet.read(Path.of(argument));
      }
    }
    if (set == null) {
      set = EvaluationSet.visitors();
      printSubsets(set);
    }
    AnswerIndex index = new AnswerIndex(set.entries());
    Evaluation evaluation = Evaluation.of(set, index);
    Latency latency = Latency.of(index, set.cases().stream().map(Case::question).toList());
    System.out.println(evaluation.line() + "  " + latency.line());
    if (json) {
      System.out.println(JSON.std.asString(figures(evaluation, latency)));
    }
  }

  /**
   * The visitors' questions by kind and half, those of questions.csv, and messages with a story.
   */
  private static void printSubsets(EvaluationSet all) throws IOException {
    AnswerIndex index = new AnswerIndex(all.entries());
    for (boolean test : new boolean[] {false, true}) {
      for (String kind : all.cases().stream().map(Case::kind).distinct().toList()) {
        String title = kind + (test ? ", test half" : ", tuning half");
        EvaluationSet subset =
            all.only(title, asked -> asked.kind().equals(kind) && asked.test() == test);
        System.out.println(Evaluation.of(subset, index).line());
      }
    }
    System.out.println(Evaluation.of(EvaluationSet.starterQuestions(), index).line());
    EvaluationSet told = all.inStories();
    for (boolean test : new boolean[] {false, true}) {
      String title = "in stories" + (test ? ", test half" : ", tuning half");
      EvaluationSet half = told.only(title, asked -> asked.test() == test);
      Latency latency = Latency.of(index, half.cases().stream().map(Case::question).toList());
      System.out.println(Evaluation.of(half, index).line() + "  " + latency.line());
    }
  }

  private static Map<String, Object> figures(Evaluation evaluation, Latency latency) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("name", evaluation.name());
    figures.put("p1", evaluation.p1());
    figures.put("mrr", evaluation.mrr());
    figures.put("right", evaluation.right());
    figures.put("wrong", evaluation.wrong());
    figures.put("refused", evaluation.refused());
    figures.put("oosRecall", evaluation.oosRecall());
    figures.put("mcc", evaluation.mcc());
    figures.put("p50Ms", latency.fastest().p50());
    figures.put("p99Ms", latency.fastest().p99());
    return figures;
  }
}
