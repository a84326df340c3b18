package com.avonsolutions.answers;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.domain.faq.FaqEntry;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefusedSubjectTest {
  private static final List<RefusedSubject> SUBJECTS =
      RefusedSubject.parse(
          List.of(
              "[jobs] Write to us for a job.",
              "are you hiring",
              "job vacancies",
              "[rain]",
              "will it rain today"));
  private static final FaqEntry LOGO = entry("logo", "Do you draw a logo for a company?");

  @Test
  void ask_shouldRefuseWithTheHint_whenASubjectWins() {
    Answers answers = index(LOGO).ask("are you hiring people");

    assertThat(answers.answered()).isFalse();
    assertThat(answers.hint()).contains("Write to us for a job.");
  }

  @Test
  void ask_shouldRefuseWithoutAHint_whenNobodyIsKnown() {
    Answers answers = index(LOGO).ask("will it rain today");

    assertThat(answers.answered()).isFalse();
    assertThat(answers.hint()).isEmpty();
  }

  @Test
  void ask_shouldAnswer_whenAnEntryIsAboutTheSubject() {
    Answers answers = index(LOGO, entry("jobs", "Are you hiring?")).ask("are you hiring people");

    assertThat(answers.answers())
        .first()
        .satisfies(answer -> assertThat(answer.entry().slug()).isEqualTo("jobs"));
    assertThat(answers.hint()).isEmpty();
  }

  @Test
  void candidates_shouldBeEntriesOnly() {
    assertThat(index(LOGO).candidates("hiring for a job"))
        .allSatisfy(candidate -> assertThat(candidate.entry()).isEqualTo(LOGO));
    assertThat(index(LOGO).related(entry("other", "Job vacancies?"))).containsOnly(LOGO);
  }

  private static AnswerIndex index(FaqEntry... entries) {
    return new AnswerIndex(List.of(entries), SUBJECTS, WordVectors.shipped(), Tuning.WITH_VECTORS);
  }

  private static FaqEntry entry(String slug, String question) {
    return new FaqEntry(
        slug, question, Optional.empty(), "All", 1, false, List.of(), "<p>That depends.</p>");
  }
}
