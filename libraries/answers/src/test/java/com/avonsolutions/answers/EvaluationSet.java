package com.avonsolutions.answers;

import com.avonsolutions.build.StarterFaqs;
import com.avonsolutions.domain.faq.FaqEntry;
import com.avonsolutions.domain.faq.StarterFaq;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Entries, and questions with the expected entries. */
record EvaluationSet(String name, List<FaqEntry> entries, List<Case> cases) {
  private static final Path ROOT = Path.of(System.getProperty("project.root", "."));
  private static final Path FAQS = ROOT.resolve("functions/faq/src/main/faqs");
  private static final Path MODULE = ROOT.resolve("libraries/answers");

  /**
   * A question and the entry expected for it.
   *
   * @param kind such as "hinglish" or "typos"; empty in sets without kinds
   * @param test whether it belongs to the test half, which is reported but not used for tuning
   * @param slug the entry that answers it; empty for a question out of scope
   */
  record Case(String kind, boolean test, String question, String slug) {}

  /**
   * Reads {@code {"name", "faqs": [{"id", "question", "aliases": [], "answer"}], "queries": [{"q",
   * "id" | null}]}}.
   */
  static EvaluationSet read(Path file) throws IOException {
    Map<String, Object> json = JSON.std.mapFrom(Files.readString(file));
    List<FaqEntry> entries = new ArrayList<>();
    for (Map<?, ?> faq : maps(json.get("faqs"))) {
      List<String> aliases = new ArrayList<>();
      if (faq.get("aliases") instanceof List<?> list) {
        list.forEach(alias -> aliases.add(String.valueOf(alias)));
      }
      entries.add(
          new FaqEntry(
              text(faq.get("id")),
              text(faq.get("question")),
              Optional.empty(),
              "",
              entries.size(),
              false,
              aliases,
              text(faq.get("answer"))));
    }
    List<Case> cases = new ArrayList<>();
    for (Map<?, ?> query : maps(json.get("queries"))) {
      cases.add(new Case("", false, text(query.get("q")), text(query.get("id"))));
    }
    return new EvaluationSet(text(json.get("name")), entries, cases);
  }

  private static List<Map<?, ?>> maps(@Nullable Object list) {
    List<Map<?, ?>> maps = new ArrayList<>();
    if (list instanceof List<?> items) {
      for (Object item : items) {
        if (item instanceof Map<?, ?> map) {
          maps.add(map);
        }
      }
    }
    return maps;
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  /** The site's starter entries. */
  static List<FaqEntry> starterEntries() throws IOException {
    return StarterFaqs.read(FAQS).stream().map(StarterFaq::entry).toList();
  }

  /** Typical visitors' questions; of each kind every second one belongs to the test half. */
  static EvaluationSet visitors() throws IOException {
    List<Case> cases = new ArrayList<>();
    List<String> lines = Files.readAllLines(MODULE.resolve("src/test/resources/visitors.tsv"));
    String kind = "";
    boolean test = false;
    for (String line : lines.subList(1, lines.size())) {
      String[] fields = line.split("\t", -1);
      test = fields[0].equals(kind) && !test;
      kind = fields[0];
      cases.add(new Case(kind, test, fields[1], fields[2]));
    }
    return new EvaluationSet("visitors", starterEntries(), cases);
  }

  /** Paraphrases of the starter entries' questions, and many questions out of scope. */
  static EvaluationSet starterQuestions() throws IOException {
    List<Case> cases = new ArrayList<>();
    List<String> lines = Files.readAllLines(MODULE.resolve("src/test/resources/questions.csv"));
    for (String line : lines.subList(1, lines.size())) {
      int comma = line.lastIndexOf(',');
      String question = line.substring(0, comma);
      boolean quoted = question.startsWith("\"");
      question = quoted ? question.substring(1, comma - 1).replace("\"\"", "\"") : question;
      cases.add(new Case("", false, question, line.substring(comma + 1)));
    }
    return new EvaluationSet("starter questions", starterEntries(), cases);
  }

  /**
   * The same questions, each inside a message of about 200 characters that greets and tells about a
   * shop first. Every second story is told in the test half only.
   */
  EvaluationSet inStories() throws IOException {
    List<String> stories = Files.readAllLines(MODULE.resolve("src/test/resources/stories.txt"));
    List<Case> told = new ArrayList<>();
    for (int i = 0; i < cases.size(); i++) {
      Case asked = cases.get(i);
      int story = i * 2 % stories.size() + (asked.test() ? 1 : 0);
      told.add(
          new Case(
              asked.kind(),
              asked.test(),
              stories.get(story).replace("{}", asked.question()).replace("?.", "?"),
              asked.slug()));
    }
    return new EvaluationSet(name + " in stories", entries, told);
  }

  EvaluationSet only(String title, Predicate<Case> wanted) {
    return new EvaluationSet(title, entries, cases.stream().filter(wanted).toList());
  }
}
