package com.avonsolutions.staff;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.domain.faq.FaqEntry;
import com.avonsolutions.domain.faq.StarterFaq;
import com.avonsolutions.domain.question.QuestionStore;
import com.avonsolutions.sandbox.MutableClock;
import com.avonsolutions.sandbox.engine.SiteDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionsCommandTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  private final MutableClock clock = new MutableClock();
  private final StaffTerminal terminal = new StaffTerminal(clock);

  @Test
  void list_shouldShowTheMonthMostAskedFirst() {
    try (Stores stores = Stores.open(DATABASE.environmentOf("FaqFunction"), clock)) {
      QuestionStore questions = stores.questions();
      clock.set(Instant.parse("2026-03-31T18:29:59Z"));
      questions.countUnanswered("asked in march", false);
      // Already April in India.
      clock.set(Instant.parse("2026-03-31T18:30:00Z"));
      questions.countUnanswered("gold rate", false);
      for (int times = 0; times < 11; times++) {
        questions.countUnanswered("दिल्ली में office?", false);
      }
    }

    assertThat(lines("questions", "list"))
        .containsExactly(
            "    11  दिल्ली में office?  -> a new entry?",
            "     1  gold rate  -> a new entry?",
            "2 unanswered in 2026-04, in 2 groups");
    assertThat(lines("questions", "list", "2026-03"))
        .containsExactly(
            "     1  asked in march  -> a new entry?", "1 unanswered in 2026-03, in 1 group");
    assertThat(lines("questions", "list", "2026-02"))
        .containsExactly("0 unanswered in 2026-02, in 0 groups");
  }

  @Test
  void list_shouldShowWordingsOfOneQuestionTogether_withTheEntryTheyAreNear() {
    try (Stores stores = Stores.open(DATABASE.environmentOf("FaqFunction"), clock)) {
      FaqEntry entry =
          new FaqEntry(
              "office", "Where is your office?", Optional.empty(), "Us", 1, false, List.of(), "");
      stores.faqs().load(new StarterFaq(entry, "Kochi", "hash"));
      stores.questions().countUnanswered("is your office in delhi", false);
      stores.questions().countUnanswered("is your office in delhi", false);
      stores.questions().countUnanswered("delhi office is yours", false);
      stores.questions().countUnanswered("gold rate", false);
    }

    assertThat(lines("questions", "list"))
        .containsExactly(
            "     3  is your office in delhi  -> an alias of office?",
            "         1  delhi office is yours",
            "     1  gold rate  -> a new entry?",
            "3 unanswered in 2026-11, in 2 groups");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          list 2026-13      | "2026-13" is not a month: write it like 2026-11.
          list march        | "march" is not a month: write it like 2026-11.
          list 2026-03 more | Unmatched argument at index 3: 'more'. Try questions list --help.
          list --yes        | Unknown option: '--yes'. Try questions list --help.
          list --faqs       | Expected parameter for option '--faqs' but found '--endpoint'. Try questions list --help.
          show              | There is no command "questions show", only: list. Try questions --help.
          """)
  void run_shouldSayWhatIsWrong(String words, String message) {
    terminal.on(DATABASE.endpoint(), ("questions " + words).split(" ", -1)).shouldBe(2, message);
  }

  private List<String> lines(String... words) {
    return terminal.lines(DATABASE.endpoint(), words);
  }
}
