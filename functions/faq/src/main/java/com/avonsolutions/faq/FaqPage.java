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

/** The list of entries and the answers to a question. Works without JavaScript. */
@Singleton
final class FaqPage {
  private static final String PATH = "/faqs";

  private final FaqCache faqs;
  private final UnansweredQuestions unanswered;
  private final PageRenderer pages;
  private final IdGenerator ids;
  private final String script;
  private final Templates templates = new StaticTemplates();
  private final EditionCache<List<CategoryView>> categories =
      new EditionCache<>(FaqPage::categories);
  private final EditionCache<Representation> list;

  FaqPage(
      FaqCache faqs,
      UnansweredQuestions unanswered,
      PageRenderer pages,
      PageCompressor compressor,
      Assets assets,
      IdGenerator ids) {
    this.faqs = faqs;
    this.unanswered = unanswered;
    this.pages = pages;
    this.ids = ids;
    this.script = assets.path("answers.js");
    this.list = new EditionCache<>(edition -> compressor.compressQuickly(listResponse(edition)));
  }

  /** Answers the question in the query's field {@code q}, or lists all entries by category. */
  Response show(Request request) {
    Optional<Question> question = Question.of(request);
    return question.isEmpty()
        ? list.get(faqs.edition()).answer(request)
        : answer(request, question.get());
  }

  private Response listResponse(FaqEdition edition) {
    Head head =
        Head.of(
            PATH,
            "FAQs: answers to your questions",
            "What customers ask Avon Solutions about websites, SEO, ads, leads, prices and data"
                + " protection, answered in plain words.");
    return pages
        .page(200, head, templates.faqs("", Optional.empty(), categories.get(edition), script))
        .with("cache-control", "public, max-age=300");
  }

  private Response answer(Request request, Question question) {
    FaqEdition edition = faqs.edition();
    Answers answers = edition.index().ask(question.message());
    unanswered.count(request, question, answers);
    AnswersView view = AnswersView.of(question, answers, ids.next());
    Head head = Head.hidden(PATH, "Answers to your question", "What we know about it.");
    return pages
        .page(
            200,
            head,
            templates.faqs(question.text(), Optional.of(view), categories.get(edition), script))
        .with("cache-control", "no-store");
  }

  private static List<CategoryView> categories(FaqEdition edition) {
    Map<String, List<EntryView>> categories =
        edition.entries().stream()
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
