package com.avonsolutions.local.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.avonsolutions.local.overview.IndiaTime;
import com.avonsolutions.local.page.LocalAnswers;
import com.avonsolutions.local.page.LocalPart;
import com.avonsolutions.local.page.LocalRequest;
import com.avonsolutions.local.templates.StaticTemplates;
import com.avonsolutions.local.templates.Templates;
import com.avonsolutions.sandbox.event.Answer;
import com.avonsolutions.sandbox.standin.SentMail;
import com.avonsolutions.sandbox.standin.SesStandIn;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The pages {@code /_local/mail}: a list, and each mail as text, HTML, headers and source. */
public final class MailboxPages implements LocalPart {
  private static final String LIST = "/_local/mail";
  private static final Pattern LINK = Pattern.compile("href=\"([^\"]+)\"");

  private final SesStandIn ses;
  private final Templates templates = new StaticTemplates();
  private final IndiaTime time = new IndiaTime(Clock.systemUTC());

  public MailboxPages(SesStandIn ses) {
    this.ses = ses;
  }

  @Override
  public Optional<Answer> answer(LocalRequest request) {
    if (request.path().equals(LIST)) {
      return Optional.of(list(request));
    }
    if (!request.path().startsWith(LIST + "/")) {
      return Optional.empty();
    }
    String[] parts = request.path().substring(LIST.length() + 1).split("/", 2);
    return Optional.of(
        ses.mail(parts[0])
            .map(mail -> one(request, mail, parts.length == 2 ? parts[1] : ""))
            .orElseGet(() -> LocalAnswers.error(404, "There is no such mail.")));
  }

  private Answer list(LocalRequest request) {
    if (request.method().equals("POST")) {
      ses.deleteAll();
      return LocalAnswers.seeOther(LIST);
    }
    String query = request.parameter("query").orElse("");
    List<SentMail> found = ses.mails().stream().filter(new MailSearch(query).matcher()).toList();
    return request.isGet()
        ? LocalAnswers.page(
            templates.mailbox(found, query, time, request.query().equals("refresh")).render())
        : LocalAnswers.error(405, "Use GET, or POST to delete all.");
  }

  private Answer one(LocalRequest request, SentMail mail, String part) {
    if (request.method().equals("POST")) {
      ses.delete(mail.id());
      return LocalAnswers.seeOther(LIST);
    }
    return switch (part) {
      case "" -> LocalAnswers.page(templates.mail(mail, links(mail), time).render());
      case "html" ->
          // As a mail program shows it: no script, no other site.
          LocalAnswers.ok(
              "text/html; charset=utf-8",
              "style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox",
              mail.html());
      case "raw" ->
          LocalAnswers.ok("text/plain; charset=utf-8", "sandbox", new String(mail.source(), UTF_8));
      default -> LocalAnswers.error(404, "A mail has the parts html and raw.");
    };
  }

  private static List<String> links(SentMail mail) {
    return LINK.matcher(mail.html())
        .results()
        .map((MatchResult link) -> link.group(1).replace("&amp;", "&"))
        .distinct()
        .toList();
  }
}
