package com.avonsolutions.faq;

import com.avonsolutions.answers.Answers;
import com.avonsolutions.domain.IdGenerator;
import com.avonsolutions.domain.faq.FaqEntry;
import com.avonsolutions.faq.templates.StaticTemplates;
import com.avonsolutions.faq.templates.Templates;
import com.avonsolutions.web.http.Representation;
import com.avonsolutions.web.http.Request;
import com.avonsolutions.web.http.Response;
import com.avonsolutions.web.page.Assets;
import com.avonsolutions.web.page.Head;
import com.avonsolutions.web.page.PageCompressor;
import com.avonsolutions.web.page.PageRenderer;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The list of entries, and what comes of a question, complete without JavaScript. */
@Singleton
final class FaqPage {
  private static final String PATH = "/faqs";

  private final FaqCache desk;
  private final UnansweredQuestions unanswered;
  private final PageRenderer pages;
  private final IdGenerator ids;
  private final String script;
  private final Templates templates = new StaticTemplates();
  private final PerEdition<List<CategoryView>> categories = new PerEdition<>(FaqPage::categories);
  private final PerEdition<Representation> list;

  FaqPage(
      FaqCache desk,
      UnansweredQuestions unanswered,
      PageRenderer pages,
      PageCompressor compressor,
      Assets assets,
      IdGenerator ids) {
    this.desk = desk;
    this.unanswered = unanswered;
    this.pages = pages;
    this.ids = ids;
    this.script = assets.path("answers.js");
    this.list = new PerEdition<>(published -> compressor.compressQuickly(listed(published)));
  }

  /** All entries by category, or what comes of the question that the query asks. */
  Response show(Request request) {
    Optional<Question> question = Question.of(request);
    return question.isEmpty()
        ? list.of(desk.published()).answer(request)
        : answer(request, question.get());
  }

  private Response listed(FaqEdition published) {
    Head head =
        Head.of(
            PATH,
            "Answers to your questions",
            "What customers ask Avon Solutions about websites, SEO, ads, leads, prices and data"
                + " protection, answered in plain words.");
    return pages
        .page(200, head, templates.faqs("", Optional.empty(), categories.of(published), script))
        .with("cache-control", "public, max-age=300");
  }

  private Response answer(Request request, Question question) {
    FaqEdition published = desk.published();
    Answers answers = published.index().ask(question.text());
    unanswered.count(request, question, answers);
    AnswersView view = AnswersView.of(question, answers, ids.next());
    Head head = Head.hidden(PATH, "Answers to your question", "What we know about it.");
    return pages
        .page(
            200,
            head,
            templates.faqs(question.text(), Optional.of(view), categories.of(published), script))
        .with("cache-control", "no-store");
  }

  private static List<CategoryView> categories(FaqEdition published) {
    Map<String, List<EntryView>> categories =
        published.entries().stream()
            .collect(
                Collectors.groupingBy(
                    FaqEntry::category,
                    LinkedHashMap::new,
                    Collectors.mapping(EntryView::of, Collectors.toList())));
    return categories.entrySet().stream()
        .map(category -> new CategoryView(category.getKey(), category.getValue()))
        .toList();
  }
}
