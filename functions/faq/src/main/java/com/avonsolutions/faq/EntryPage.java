package com.avonsolutions.faq;

import com.avonsolutions.answers.AnswerText;
import com.avonsolutions.domain.IdGenerator;
import com.avonsolutions.domain.India;
import com.avonsolutions.domain.faq.FaqEntry;
import com.avonsolutions.domain.vote.Vote;
import com.avonsolutions.faq.templates.StaticTemplates;
import com.avonsolutions.faq.templates.Templates;
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

/** An entry under its own address, where visitors say whether it was helpful. */
@Singleton
final class EntryPage {
  private static final String PATH = "/faqs/";
  private static final int DESCRIPTION = 150;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  /** Stands in the rendered page where each visitor's own token goes. */
  private static final String TOKEN = "{vote-token}";

  private final FaqCache desk;
  private final VoteIntake votes;
  private final PageRenderer pages;
  private final IdGenerator ids;
  private final String script;
  private final Templates templates = new StaticTemplates();
  private final PerEdition<Map<Shown, Representation>> rendered =
      new PerEdition<>(published -> new ConcurrentHashMap<>());

  private record Shown(FaqEntry entry, Voted voted) {}

  EntryPage(FaqCache desk, VoteIntake votes, PageRenderer pages, Assets assets, IdGenerator ids) {
    this.desk = desk;
    this.votes = votes;
    this.pages = pages;
    this.ids = ids;
    this.script = assets.path("answers.js");
  }

  /**
   * Shows the entry, rendered once an edition. Only the token differs between visitors, so a
   * browser that has the page already keeps it, with its own token.
   */
  Response show(Request request) {
    FaqEdition published = desk.published();
    FaqEntry entry =
        published.entry(request.pathParameter("slug")).orElseThrow(HttpException::notFound);
    Voted voted = voted(request);
    Response page =
        rendered
            .of(published)
            .computeIfAbsent(new Shown(entry, voted), shown -> render(published, shown))
            .answer(request);
    return page.status() == 304 ? page : withToken(page);
  }

  /** Takes a vote and sends the browser back to the entry, which thanks. */
  Response vote(Request request) {
    Vote vote = votes.accept(request);
    return Response.seeOther(
        PATH + vote.slug() + "?helpful=" + (vote.helpful() ? "yes" : "no") + "#thanks");
  }

  private static Voted voted(Request request) {
    return switch (request.query("helpful").orElse("")) {
      case "yes" -> Voted.YES;
      case "no" -> Voted.NO;
      default -> Voted.NOT_YET;
    };
  }

  private Representation render(FaqEdition published, Shown shown) {
    FaqEntry entry = shown.entry();
    String path = PATH + entry.slug();
    boolean fresh = shown.voted() == Voted.NOT_YET;
    String description = description(entry);
    Head head =
        fresh
            ? Head.of(path, entry.question(), description)
            : Head.hidden(path, entry.question(), description);
    Optional<String> changed = entry.updatedAt().map(instant -> DAY.format(India.dayOf(instant)));
    return Representation.of(
        pages
            .page(
                200,
                head,
                templates.faq(
                    entry, changed, published.index().related(entry), shown.voted(), TOKEN, script))
            .with("cache-control", "private, max-age=300"));
  }

  private Response withToken(Response page) {
    String html = new String(page.body(), StandardCharsets.UTF_8).replace(TOKEN, ids.next());
    return new Response(page.status(), page.headers(), html.getBytes(StandardCharsets.UTF_8));
  }

  private static String description(FaqEntry entry) {
    String text = AnswerText.of(entry.answerHtml());
    if (text.length() <= DESCRIPTION) {
      return text;
    }
    int lastBlank = text.lastIndexOf(' ', DESCRIPTION - 1);
    return text.substring(0, lastBlank > 0 ? lastBlank : DESCRIPTION - 1) + '…';
  }
}
