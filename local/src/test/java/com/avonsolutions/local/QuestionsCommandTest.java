package com.avonsolutions.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.avonsolutions.domain.question.QuestionStore;
import com.avonsolutions.testing.MutableClock;
import com.avonsolutions.testing.SiteDatabase;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionsCommandTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  private final MutableClock clock = new MutableClock();
  private final StaffTerminal terminal =
      new StaffTerminal(new QuestionsCommand(clock), DATABASE.endpoint().toString());

  @Test
  void list_shouldShowTheMonthMostAskedFirst() throws Exception {
    try (Stores stores = Stores.open(DATABASE.environmentOf("FaqFunction"), clock)) {
      QuestionStore questions = stores.questions();
      clock.set(Instant.parse("2026-03-31T18:29:59Z"));
      questions.countUnanswered("asked in march");
      // Already April in India.
      clock.set(Instant.parse("2026-03-31T18:30:00Z"));
      questions.countUnanswered("gold rate");
      for (int times = 0; times < 11; times++) {
        questions.countUnanswered("दिल्ली में office?");
      }
    }

    assertThat(terminal.lines("list"))
        .containsExactly(
            "    11  दिल्ली में office?", "     1  gold rate", "2 unanswered in 2026-04");
    assertThat(terminal.lines("list", "2026-03"))
        .containsExactly("     1  asked in march", "1 unanswered in 2026-03");
    assertThat(terminal.lines("list", "2026-02")).containsExactly("0 unanswered in 2026-02");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          list 2026-13      | "2026-13" is no month, write it like 2026-11.
          list march        | "march" is no month, write it like 2026-11.
          list 2026-03 more | Usage: questions list
          list --yes        | There is no flag --yes, only --endpoint and --table.
          show              | Usage: questions list
          """)
  void run_shouldSayWhatIsWrong(String words, String message) {
    assertThatThrownBy(() -> terminal.lines(words.split(" ", -1)))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(message)
        .message()
        .hasLineCount(1);
  }
}
