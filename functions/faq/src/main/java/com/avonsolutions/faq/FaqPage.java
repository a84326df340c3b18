package com.avonsolutions.faq;

import com.avonsolutions.domain.faq.FaqEntry;
import com.avonsolutions.domain.submission.InvalidSubmissionException;
import com.avonsolutions.faq.search.AnswerText;
import com.avonsolutions.faq.search.Answers;
import com.avonsolutions.faq.search.Candidate;
import com.avonsolutions.faq.templates.StaticTemplates;
import com.avonsolutions.faq.templates.Templates;
import com.avonsolutions.web.HttpException;
import com.avonsolutions.web.PageRenderer;
import com.avonsolutions.web.Representation;
import com.avonsolutions.web.Request;
import com.avonsolutions.web.Response;
import com.avonsolutions.web.view.Head;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Entries and answers as pages, complete without JavaScript. */
@Singleton
final class FaqPage {
  private static final String PATH = "/faqs";
  private static final int DESCRIPTION = 150;
  private static final String KEPT_SHORTLY = "public, max-age=300";

  private final FaqDesk desk;
  private final UnansweredQuestions unanswered;
  private final PageRenderer pages;
  private final Templates templates = new StaticTemplates();
  private final PerEdition<Representation> list = new PerEdition<>(this::listed);

  FaqPage(FaqDesk desk, UnansweredQuestions unanswered, PageRenderer pages) {
    this.desk = desk;
    this.unanswered = unanswered;
    this.pages = pages;
  }

  /** All entries by category, or what comes of the question that the query asks. */
  Response show(Request request) {
    Optional<Question> question;
    try {
      question = Question.of(request);
    } catch (InvalidSubmissionException e) {
      return tooLong();
    }
    return question.isEmpty()
        ? list.of(desk.published()).answer(request)
        : answer(request, question.get());
  }

  private Representation listed(Published published) {
    Head head =
        Head.of(
            PATH,
            "Answers to your questions",
            "What customers ask Avon Solutions about websites, SEO, ads, leads, prices and data"
                + " protection, answered in plain words.");
    return Representation.of(
        pages
            .page(200, head, templates.faqs("", Optional.empty(), categories(published)))
            .with("cache-control", KEPT_SHORTLY));
  }

  private Response answer(Request request, Question question) {
    Published published = desk.published();
    Answers answers = published.index().ask(question.text());
    if (!answers.answered() && !request.isHead()) {
      unanswered.count(request, question);
    }
    AnswersView view =
        new AnswersView(
            answers.answered(),
            answers.answers().stream().map(Candidate::entry).toList(),
            answers.nearest().stream().map(Candidate::entry).toList());
    Head head = Head.hidden(PATH, "Answers to your question", "What we know about it.");
    return pages
        .page(200, head, templates.faqs(question.text(), Optional.of(view), categories(published)))
        .with("cache-control", "no-store");
  }

  private Response tooLong() {
    Head head = Head.hidden(PATH, "Your question is too long", Question.TOO_LONG);
    return pages
        .page(422, head, pages.templates().problem(422, head.title(), Question.TOO_LONG, List.of()))
        .with("cache-control", "no-store");
  }

  /** One entry under its own address. */
  Response entry(Request request) {
    Published published = desk.published();
    FaqEntry entry =
        published.entry(request.pathParameter("slug")).orElseThrow(HttpException::notFound);
    Head head = Head.of(PATH + '/' + entry.slug(), entry.question(), description(entry));
    return Representation.of(
            pages
                .page(200, head, templates.faq(entry, published.index().related(entry)))
                .with("cache-control", KEPT_SHORTLY))
        .answer(request);
  }

  private static String description(FaqEntry entry) {
    String text = AnswerText.of(entry.answerHtml());
    if (text.length() <= DESCRIPTION) {
      return text;
    }
    int lastBlank = text.lastIndexOf(' ', DESCRIPTION - 1);
    return text.substring(0, lastBlank > 0 ? lastBlank : DESCRIPTION - 1) + '…';
  }

  private static List<CategoryView> categories(Published published) {
    Map<String, List<FaqEntry>> categories =
        published.entries().stream()
            .collect(
                Collectors.groupingBy(FaqEntry::category, LinkedHashMap::new, Collectors.toList()));
    return categories.entrySet().stream()
        .map(category -> new CategoryView(category.getKey(), category.getValue()))
        .toList();
  }
}
