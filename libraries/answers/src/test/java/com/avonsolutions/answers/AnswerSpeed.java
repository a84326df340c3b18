package com.avonsolutions.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.avonsolutions.answers.EvaluationSet.Case;
import com.avonsolutions.domain.faq.FaqEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * {@code make bench-answers}: measures how long it takes to build an index and to answer a
 * question, with copies of the starter entries. The figures depend on the machine.
 */
public final class AnswerSpeed {
  private static final String COLD = "cold";
  private static final int STARTS = 5;

  private AnswerSpeed() {}

  /**
   * Prints tables in Markdown. With {@code cold} it prints the times of one cold start instead,
   * because each needs a process of its own.
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<FaqEntry> entries = EvaluationSet.starterEntries();
    List<String> questions = questions(EvaluationSet.visitors());
    if (List.of(arguments).contains(COLD)) {
      System.out.println(start(entries, questions.get(0)));
    } else {
      warm(entries, questions, questions(EvaluationSet.visitors().inStories()));
      cold(entries.size());
    }
  }

  private static List<String> questions(EvaluationSet set) {
    return set.cases().stream().map(Case::question).toList();
  }

  private static void warm(List<FaqEntry> entries, List<String> questions, List<String> stories) {
    System.out.printf(
        "%d questions of visitors to copies of the starter entries, alone and at the end of a"
            + " story, %d times each. *Fastest* takes each question's fastest time, in which nothing"
            + " else ran; *all* takes every time.%n%n",
        questions.size(), Latency.RUNS);
    System.out.println(
        "| Entries | Asked | Fastest, p50 | Fastest, p99 | All, p50 | All, p99 | Index built in |");
    System.out.println("|---|---|---|---|---|---|---|");
    for (int count : new int[] {150, 1_500, 5_000, 15_000}) {
      long start = System.nanoTime();
      AnswerIndex index = new AnswerIndex(AnswerQualityTest.many(entries, count));
      double built = millis(start);
      print(count, "alone", Latency.of(index, questions), built);
      print(count, "in a story", Latency.of(index, stories), built);
    }
  }

  private static void print(int count, String asked, Latency latency, double built) {
    System.out.printf(
        Locale.ROOT,
        "| %,d | %s | %.2f ms | **%.2f ms** | %.2f ms | %.2f ms | %,.0f ms |%n",
        count,
        asked,
        latency.fastest().p50(),
        latency.fastest().p99(),
        latency.all().p50(),
        latency.all().p99(),
        built);
  }

  private static void cold(int entries) throws IOException, InterruptedException {
    List<ColdStart> starts = new ArrayList<>();
    for (int i = 0; i < STARTS; i++) {
      starts.add(ColdStart.parse(startInNewProcess()));
    }
    System.out.printf(
        Locale.ROOT,
        "%nA start with the %d starter entries, the median of %d: vectors and index %.0f ms,"
            + " priming %.0f ms, then the first answer **%.1f ms**.%n",
        entries,
        STARTS,
        median(starts.stream().mapToDouble(ColdStart::built).toArray()),
        median(starts.stream().mapToDouble(ColdStart::primed).toArray()),
        median(starts.stream().mapToDouble(ColdStart::answered).toArray()));
  }

  private static String startInNewProcess() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Dproject.root=" + System.getProperty("project.root", "."),
                "-cp",
                System.getProperty("java.class.path"),
                AnswerSpeed.class.getName(),
                COLD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("A cold start failed");
    }
    return printed.strip();
  }

  /** Times in milliseconds of three steps in sequence, printed separated by spaces. */
  private record ColdStart(double built, double primed, double answered) {
    static ColdStart parse(String printed) {
      String[] times = printed.split(" ", 3);
      return new ColdStart(
          Double.parseDouble(times[0]), Double.parseDouble(times[1]), Double.parseDouble(times[2]));
    }

    @Override
    public String toString() {
      return built + " " + primed + " " + answered;
    }
  }

  private static ColdStart start(List<FaqEntry> entries, String question) {
    long start = System.nanoTime();
    AnswerIndex index = new AnswerIndex(entries);
    double built = millis(start);
    start = System.nanoTime();
    index.prime();
    double primed = millis(start);
    start = System.nanoTime();
    index.ask(question);
    return new ColdStart(built, primed, millis(start));
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  private static double millis(long start) {
    return (System.nanoTime() - start) / 1e6;
  }
}
