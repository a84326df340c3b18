package com.avonsolutions.staff;

import com.avonsolutions.answers.AnswerIndex;
import com.avonsolutions.answers.review.QuestionGroup;
import com.avonsolutions.answers.review.QuestionGroups;
import com.avonsolutions.domain.faq.FaqEntry;
import com.avonsolutions.domain.question.UnansweredQuestion;
import java.io.IOException;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The commands {@code questions …}: what visitors asked in vain. */
@Command(name = "questions", description = "Visitors' questions that no FAQ answers.")
final class QuestionsCommand {
  private static final int MAX_WORDINGS = 5;

  private final Session session;

  QuestionsCommand(Session session) {
    this.session = session;
  }

  @Command(
      name = "list",
      description =
          "Lists a month's unanswered questions, grouped by meaning, and suggests an FAQ for each"
              + " group.")
  void list(
      @Mixin MonthParameter typed,
      @Option(
              names = "--faqs",
              paramLabel = "NAME",
              description = "The table of FAQs; with --table, needed to suggest entries.")
          Optional<String> faqs,
      @Mixin TableTarget target)
      throws IOException {
    YearMonth month = typed.or(session.clock());
    Map<String, String> settings =
        new HashMap<>(target.settings(Table.QUESTIONS, session.variables()));
    Optional<String> faqsTable = faqs.or(() -> target.endpoint().map(u -> Table.FAQS.localName()));
    faqsTable.ifPresent(name -> settings.put(Table.FAQS.setting(), name));
    session.withStores(
        target,
        settings,
        stores -> {
          List<FaqEntry> published = faqsTable.isPresent() ? stores.faqs().published() : List.of();
          print(month, stores.questions().unanswered(month), published);
        });
  }

  private void print(
      YearMonth month, List<UnansweredQuestion> questions, List<FaqEntry> published) {
    List<QuestionGroup> groups = QuestionGroups.of(questions, new AnswerIndex(published));
    groups.forEach(this::print);
    session
        .out()
        .println(
            questions.size()
                + " unanswered in "
                + month
                + ", in "
                + groups.size()
                + (groups.size() == 1 ? " group" : " groups"));
  }

  private void print(QuestionGroup group) {
    session
        .out()
        .printf(
            Locale.ROOT,
            "%6d  %s  -> %s%n",
            group.count(),
            group.question(),
            group.near().map(entry -> "an alias of " + entry.slug() + "?").orElse("a new entry?"));
    List<UnansweredQuestion> others = group.wordings().subList(1, group.wordings().size());
    others.stream()
        .limit(MAX_WORDINGS)
        .forEach(
            other ->
                session.out().printf(Locale.ROOT, "%10d  %s%n", other.count(), other.question()));
    if (others.size() > MAX_WORDINGS) {
      session.out().printf(Locale.ROOT, "%10s  %d more%n", "", others.size() - MAX_WORDINGS);
    }
  }
}
