package com.avonsolutions.answers.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.answers.AnswerIndex;
import com.avonsolutions.build.StarterFaqs;
import com.avonsolutions.domain.faq.FaqEntry;
import com.avonsolutions.domain.faq.StarterFaq;
import com.avonsolutions.domain.question.UnansweredQuestion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QuestionGroupsTest {

  /** Questions that no entry answers, each in several wordings. */
  private static final List<List<String>> QUESTIONS =
      List.of(
          List.of(
              "do you print visiting cards",
              "visiting card printing",
              "can you print our visiting cards",
              "visiting cards print karte ho",
              "print visiting card please"),
          List.of(
              "do you give franchise of your agency",
              "agency franchise",
              "franchise milega kya",
              "how to take your franchise"),
          List.of("best biryani recipe", "recipe for biryani", "biryani recipe batao"),
          List.of("train running status", "what is the running status of my train"));

  @Test
  void of_shouldGroupTheWordingsOfOneQuestion() throws IOException {
    List<UnansweredQuestion> questions = new ArrayList<>();
    for (List<String> wordings : QUESTIONS) {
      for (String wording : wordings) {
        // The first wording of a question is asked most, and longer lists are asked more often.
        questions.add(
            new UnansweredQuestion(
                wording, wording.equals(wordings.get(0)) ? 10 + wordings.size() : 1, 0));
      }
    }

    List<QuestionGroup> groups = QuestionGroups.of(questions, new AnswerIndex(starters()));

    assertThat(groups)
        .extracting(
            group -> group.wordings().stream().map(UnansweredQuestion::question).sorted().toList())
        .containsExactlyInAnyOrderElementsOf(
            QUESTIONS.stream().map(wordings -> wordings.stream().sorted().toList()).toList());
    assertThat(groups).extracting(QuestionGroup::count).isSortedAccordingTo((a, b) -> b - a);
    assertThat(groups.get(0).question()).isEqualTo(QUESTIONS.get(0).get(0));
  }

  @Test
  void of_shouldSuggestTheNearestEntry() throws IOException {
    List<QuestionGroup> groups =
        QuestionGroups.of(
            Stream.of("how long does seo take", "best biryani recipe")
                .map(question -> new UnansweredQuestion(question, 1, 0))
                .toList(),
            new AnswerIndex(starters()));

    assertThat(groups)
        .extracting(QuestionGroup::near)
        .extracting(near -> near.map(FaqEntry::slug))
        .contains(Optional.of("seo-how-long"));
  }

  @Test
  void of_shouldKeepQuestionsApart_whenTheyHaveNothingInCommon() {
    List<QuestionGroup> groups =
        QuestionGroups.of(
            List.of(new UnansweredQuestion("எவ்வளவு", 1, 0), new UnansweredQuestion("qzx", 1, 0)),
            new AnswerIndex(List.of()));

    assertThat(groups).hasSize(2).allSatisfy(group -> assertThat(group.near()).isEmpty());
  }

  private static List<FaqEntry> starters() throws IOException {
    Path faqs = Path.of(System.getProperty("project.root"), "functions/faq/src/main/faqs");
    return StarterFaqs.read(faqs).stream().map(StarterFaq::entry).toList();
  }
}
