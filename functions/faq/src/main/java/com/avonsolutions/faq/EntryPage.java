package com.avonsolutions.faq;

import com.avonsolutions.answers.AnswerText;
import com.avonsolutions.domain.IdGenerator;
import com.avonsolutions.domain.India;
import com.avonsolutions.domain.faq.FaqEntry;
import com.avonsolutions.domain.vote.Vote;
import com.avonsolutions.faq.templates.StaticTemplates;
import com.avonsolutions.faq.templates.Templates;
import com.avonsolutions.text.Unicode;
import com.avonsolutions.web.http.HttpException;
import com.avonsolutions.web.http.Representation;
import com.avonsolutions.web.http.Request;
import com.avonsolutions.web.http.Response;
import com.avonsolutions.web.page.Assets;
import com.avonsolutions.web.page.Head;
import com.avonsolutions.web.page.PageRenderer;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The page of one entry, where visitors vote whether it was helpful. */
@Singleton
final class EntryPage {
  private static final String PATH = "/faqs/";
  private static final int MAX_DESCRIPTION_LENGTH = 150;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  /** Placeholder in the cached page for each visitor's own token. */
  private static final String TOKEN_PLACEHOLDER = "{vote-token}";

  private final FaqCache faqs;
  private final VoteIntake votes;
  private final PageRenderer pages;
  private final IdGenerator ids;
  private final String script;
  private final Templates templates = new StaticTemplates();
  private final EditionCache<Map<View, Representation>> rendered =
      new EditionCache<>(edition -> new ConcurrentHashMap<>());

  private record View(FaqEntry entry, VoteState vote) {}

  EntryPage(FaqCache faqs, VoteIntake votes, PageRenderer pages, Assets assets, IdGenerator ids) {
    this.faqs = faqs;
    this.votes = votes;
    this.pages = pages;
    this.ids = ids;
    this.script = assets.path("answers.js");
  }

  /**
   * Shows the entry. The page is rendered once per edition; only the vote token differs between
   * visitors. A 304 answer leaves the browser its cached page with its own token.
   */
  Response show(Request request) {
    FaqEdition edition = faqs.edition();
    FaqEntry entry =
        edition.entry(request.pathParameter("slug")).orElseThrow(HttpException::notFound);
    VoteState vote = voteState(request);
    Response page =
        rendered
            .get(edition)
            .computeIfAbsent(new View(entry, vote), view -> render(edition, view))
            .answer(request);
    return page.status() == 304 ? page : withToken(page);
  }

  /** Accepts a vote and redirects to the entry's page, which says thanks. */
  Response submitVote(Request request) {
    Vote vote = votes.accept(request);
    return Response.seeOther(
        PATH + vote.slug() + "?helpful=" + (vote.helpful() ? "yes" : "no") + "#thanks");
  }

  private static VoteState voteState(Request request) {
    return switch (request.query("helpful").orElse("")) {
      case "yes" -> VoteState.HELPFUL;
      case "no" -> VoteState.NOT_HELPFUL;
      default -> VoteState.NOT_VOTED;
    };
  }

  private Representation render(FaqEdition edition, View view) {
    FaqEntry entry = view.entry();
    String path = PATH + entry.slug();
    boolean indexable = view.vote() == VoteState.NOT_VOTED;
    String description = description(entry);
    Head head =
        indexable
            ? Head.of(path, entry.question(), description)
            : Head.hidden(path, entry.question(), description);
    Optional<String> changed = entry.updatedAt().map(instant -> DAY.format(India.dayOf(instant)));
    return Representation.of(
        pages
            .page(
                200,
                head,
                templates.faq(
                    entry,
                    changed,
                    edition.index().related(entry),
                    view.vote(),
                    TOKEN_PLACEHOLDER,
                    script))
            .with("cache-control", "private, max-age=300"));
  }

  private Response withToken(Response page) {
    String html =
        new String(page.body(), StandardCharsets.UTF_8).replace(TOKEN_PLACEHOLDER, ids.next());
    return new Response(page.status(), page.headers(), html.getBytes(StandardCharsets.UTF_8));
  }

  private static String description(FaqEntry entry) {
    String text = AnswerText.of(entry.answerHtml());
    if (text.length() <= MAX_DESCRIPTION_LENGTH) {
      return text;
    }
    int lastSpace = text.lastIndexOf(' ', MAX_DESCRIPTION_LENGTH - 1);
    return Unicode.cut(text, lastSpace > 0 ? lastSpace : MAX_DESCRIPTION_LENGTH - 1) + '…';
  }
}
