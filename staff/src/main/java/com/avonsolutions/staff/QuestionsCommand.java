package com.avonsolutions.staff;

import com.avonsolutions.answers.AnswerIndex;
import com.avonsolutions.answers.review.QuestionGroup;
import com.avonsolutions.answers.review.QuestionGroups;
import com.avonsolutions.domain.faq.FaqEntry;
import com.avonsolutions.domain.question.UnansweredQuestion;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code questions list}: what visitors asked that no FAQ answers, here or in the cloud; questions
 * that ask the same stand together, with what could be done about them.
 */
final class QuestionsCommand implements Command {
  private static final String USAGE =
      "Usage: questions list [YYYY-MM] (--endpoint URL | --table NAME [--faqs NAME])";
  private static final int WORDINGS = 5;

  private final Clock clock;

  QuestionsCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void run(List<String> arguments) {
    List<String> rest = new ArrayList<>(arguments);
    Map<String, String> environment = new HashMap<>();
    int faqs = rest.indexOf("--faqs");
    if (faqs >= 0) {
      if (faqs + 1 == rest.size() || rest.get(faqs + 1).startsWith("-")) {
        throw new UserError("--faqs needs a value.");
      }
      environment.put("FAQS_TABLE", rest.remove(faqs + 1));
      rest.remove(faqs);
    }
    TableTarget target =
        TableTarget.parse(rest, System.getenv(), "QUESTIONS_TABLE", "QuestionsTable");
    if (target.environment().containsKey("DYNAMODB_ENDPOINT")) {
      environment.putIfAbsent("FAQS_TABLE", "FaqsTable");
    }
    environment.putAll(target.environment());
    YearMonth month = new IndianTime(clock).monthOfList(target.words(), USAGE);
    try (Stores stores = Stores.open(environment, clock)) {
      List<FaqEntry> published =
          environment.containsKey("FAQS_TABLE") ? stores.faqs().published() : List.of();
      List<UnansweredQuestion> questions = stores.questions().unanswered(month);
      List<QuestionGroup> groups = QuestionGroups.of(questions, new AnswerIndex(published));
      groups.forEach(QuestionsCommand::print);
      System.out.println(
          questions.size() + " unanswered in " + month + ", in " + groups.size() + " groups");
    }
  }

  private static void print(QuestionGroup group) {
    System.out.printf(
        Locale.ROOT,
        "%6d  %s  -> %s%n",
        group.count(),
        group.question(),
        group.near().map(entry -> "an alias of " + entry.slug() + "?").orElse("a new entry?"));
    List<UnansweredQuestion> others = group.wordings().subList(1, group.wordings().size());
    others.stream()
        .limit(WORDINGS)
        .forEach(
            other -> System.out.printf(Locale.ROOT, "%10d  %s%n", other.count(), other.question()));
    if (others.size() > WORDINGS) {
      System.out.printf(Locale.ROOT, "%10s  %d more%n", "", others.size() - WORDINGS);
    }
  }
}
