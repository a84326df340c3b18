package com.avonsolutions.faq;

import com.avonsolutions.domain.IdGenerator;
import com.avonsolutions.domain.faq.FaqEntry;
import com.avonsolutions.faq.search.Answers;
import com.avonsolutions.faq.templates.StaticTemplates;
import com.avonsolutions.faq.templates.Templates;
import com.avonsolutions.web.Assets;
import com.avonsolutions.web.PageCompressor;
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

/** The list of entries, and what comes of a question, complete without JavaScript. */
@Singleton
final class FaqPage {
  private static final String PATH = "/faqs";

  private final FaqDesk desk;
  private final UnansweredQuestions unanswered;
  private final PageRenderer pages;
  private final IdGenerator ids;
  private final String script;
  private final Templates templates = new StaticTemplates();
  private final PerEdition<List<CategoryView>> categories = new PerEdition<>(FaqPage::categories);
  private final PerEdition<Representation> list;

  FaqPage(
      FaqDesk desk,
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

  private Response listed(Published published) {
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
    Published published = desk.published();
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

  private static List<CategoryView> categories(Published published) {
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
