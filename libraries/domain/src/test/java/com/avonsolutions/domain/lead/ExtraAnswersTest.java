package com.avonsolutions.domain.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ExtraAnswersTest {
  private final ExtraAnswers answers = new ExtraAnswers();

  @Test
  void add_shouldKeepAllAnswers_whenAQuestionIsAnsweredTwice() {
    answers.add(" Area ", "Pune").add("Area", " ").add("Area", "Nashik");

    assertThat(answers.build()).containsExactly(Map.entry("Area", "Pune\nNashik"));
  }

  @Test
  void add_shouldCutAndNameTheAnswer_whenItIsTooLong() {
    answers.add("Story", "x".repeat(4_999) + "\uD83D\uDE00 end");

    assertThat(answers.build())
        .containsOnly(Map.entry("Story", "x".repeat(4_999)), Map.entry(ExtraAnswers.CUT, "Story"));
  }

  @Test
  void add_shouldLeaveOutAndNameAnswers_whenThereAreTooMany() {
    for (int i = 1; i <= 102; i++) {
      answers.add("q" + i, "a");
    }

    assertThat(answers.build()).hasSize(101).containsEntry(ExtraAnswers.CUT, "q101, q102");
  }

  @Test
  void add_shouldUseTheTotalLengthUp_whenAnswersAreLong() {
    for (int i = 0; i < 11; i++) {
      answers.add("q" + i, "x".repeat(5_000));
    }

    assertThat(answers.build()).hasSize(11).containsEntry(ExtraAnswers.CUT, "q10");
  }
}
