package com.avonsolutions.local;

import com.avonsolutions.domain.question.UnansweredQuestion;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;

/** {@code questions list}: what visitors asked that no FAQ answers, here or in the cloud. */
final class QuestionsCommand implements Command {
  private static final String USAGE =
      "Usage: questions list [YYYY-MM] (--endpoint URL | --table NAME)";

  private final Clock clock;

  QuestionsCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void run(List<String> arguments) {
    TableTarget target =
        TableTarget.parse(arguments, System.getenv(), "QUESTIONS_TABLE", "QuestionsTable");
    List<String> words = target.words();
    if (words.isEmpty() || words.size() > 2 || !words.get(0).equals("list")) {
      throw new UserError(USAGE);
    }
    YearMonth month =
        words.size() == 2 ? IndianTime.month(words.get(1)) : new IndianTime(clock).thisMonth();
    try (Stores stores = Stores.open(target.environment(), clock)) {
      List<UnansweredQuestion> found = stores.questions().unanswered(month);
      for (UnansweredQuestion question : found) {
        System.out.printf(Locale.ROOT, "%6d  %s%n", question.count(), question.question());
      }
      System.out.println(found.size() + " unanswered in " + month);
    }
  }
}
