package com.avonsolutions.faq.search;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code make answer-eval}: puts the questions of a set to the deployed code and tells how well
 * they were answered. Without a set, those that visitors may ask the starter entries.
 */
public final class AnswerEvaluation {

  private AnswerEvaluation() {}

  /** Takes the set's file, which may be missing, and {@code json} for one last line of JSON. */
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
    Evaluation evaluation = set == null ? visitors() : evaluate(set);
    System.out.println(evaluation.line());
    if (json) {
      System.out.println(JSON.std.asString(figures(evaluation)));
    }
  }

  private static Evaluation evaluate(EvaluationSet set) {
    return Evaluation.of(set, new AnswerIndex(set.entries()));
  }

  private static Evaluation visitors() throws IOException {
    EvaluationSet all = EvaluationSet.visitors();
    for (boolean test : new boolean[] {false, true}) {
      for (String kind : all.cases().stream().map(EvaluationSet.Case::kind).distinct().toList()) {
        String title = kind + (test ? ", test half" : ", tuning half");
        EvaluationSet part =
            all.only(title, asked -> asked.kind().equals(kind) && asked.test() == test);
        System.out.println(evaluate(part).line());
      }
    }
    System.out.println(evaluate(EvaluationSet.starterQuestions()).line());
    return evaluate(all);
  }

  private static Map<String, Object> figures(Evaluation evaluation) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("name", evaluation.name());
    figures.put("p1", evaluation.p1());
    figures.put("mrr", evaluation.mrr());
    figures.put("right", evaluation.right());
    figures.put("wrong", evaluation.wrong());
    figures.put("refused", evaluation.refused());
    figures.put("oosRecall", evaluation.oosRecall());
    figures.put("mcc", evaluation.mcc());
    figures.put("p50Ms", evaluation.p50Ms());
    figures.put("p99Ms", evaluation.p99Ms());
    return figures;
  }
}
