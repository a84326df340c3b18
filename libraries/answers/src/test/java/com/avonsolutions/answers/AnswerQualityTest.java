package com.avonsolutions.answers;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.answers.EvaluationSet.Case;
import com.avonsolutions.domain.faq.FaqEntry;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Measures the answers to questions that are in no entry. The thresholds are a little below the
 * figures in docs/answers.md, so that a change for the worse fails.
 */
class AnswerQualityTest {

  @Test
  void ask_shouldKeepItsQuality_whenStarterQuestionsAreAsked() throws IOException {
    EvaluationSet set = EvaluationSet.starterQuestions();
    Evaluation all = Evaluation.of(set, new AnswerIndex(set.entries()));
    System.out.println(all.line());

    assertThat(all.p1()).as("right entry first").isGreaterThanOrEqualTo(0.91);
    assertThat(all.right()).as("answered right").isGreaterThanOrEqualTo(0.83);
    assertThat(all.oosRecall()).as("refused out of scope").isGreaterThanOrEqualTo(0.93);
  }

  @ParameterizedTest
  @CsvSource({
    "english, 0.90, 0.77",
    "typos, 0.90, 0.80",
    "hinglish, 0.90, 0.78",
    "devanagari, 0.90, 0.85",
    "mixed, 0.90, 0.85",
  })
  void ask_shouldKeepItsQuality_whenVisitorsAsk(String kind, double first, double right)
      throws IOException {
    EvaluationSet set = EvaluationSet.visitors().only(kind, asked -> asked.kind().equals(kind));
    Evaluation some = Evaluation.of(set, new AnswerIndex(set.entries()));
    System.out.println(some.line());

    assertThat(some.p1()).as("right entry first").isGreaterThanOrEqualTo(first);
    assertThat(some.right()).as("answered right").isGreaterThanOrEqualTo(right);
  }

  @Test
  void ask_shouldRefuse_whenVisitorsAskOutOfScope() throws IOException {
    EvaluationSet set = EvaluationSet.visitors().only("none", asked -> asked.slug().isEmpty());

    assertThat(Evaluation.of(set, new AnswerIndex(set.entries())).oosRecall())
        .isGreaterThanOrEqualTo(0.93);
  }

  @Test
  void ask_shouldKeepItsQuality_whenVisitorsTellAStoryFirst() throws IOException {
    EvaluationSet set = EvaluationSet.visitors().inStories();
    Evaluation all = Evaluation.of(set, new AnswerIndex(set.entries()));
    System.out.println(all.line());

    assertThat(all.right()).as("answered right").isGreaterThanOrEqualTo(0.75);
    assertThat(all.wrong()).as("answered wrong").isLessThanOrEqualTo(0.04);
    assertThat(all.oosRecall()).as("refused out of scope").isGreaterThanOrEqualTo(0.88);
  }

  @Test
  void ask_shouldFindTheEntryFirst_whenTheWordingIsExact() throws IOException {
    List<FaqEntry> entries = EvaluationSet.starterEntries();
    AnswerIndex index = new AnswerIndex(entries);
    List<Case> wordings =
        entries.stream()
            .flatMap(
                entry ->
                    InvertedIndex.wordings(entry)
                        .map(wording -> new Case("", false, wording, entry.slug())))
            .toList();

    assertThat(Evaluation.of(new EvaluationSet("exact wordings", entries, wordings), index).p1())
        .isGreaterThanOrEqualTo(0.98);
  }

  @Test
  void ask_shouldFindTheEntry_whenThereAreManyEntries() throws IOException {
    AnswerIndex index = new AnswerIndex(many(EvaluationSet.starterEntries(), 1500));

    assertThat(index.candidates("Can you design my logo and brand?"))
        .first()
        .satisfies(candidate -> assertThat(candidate.entry().slug()).startsWith("brand-and-logo"));
  }

  static List<FaqEntry> many(List<FaqEntry> entries, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              FaqEntry entry = entries.get(i % entries.size());
              String added = " variant" + i / entries.size();
              return new FaqEntry(
                  entry.slug() + '-' + i,
                  entry.question() + added,
                  entry.hindi(),
                  entry.category(),
                  i,
                  false,
                  entry.aliases().stream().map(alias -> alias + added).toList(),
                  entry.answerHtml());
            })
        .toList();
  }
}
