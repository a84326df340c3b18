package com.avonsolutions.local.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.avonsolutions.local.page.LocalAnswers;
import com.avonsolutions.local.page.LocalPart;
import com.avonsolutions.local.page.LocalRequest;
import com.avonsolutions.sandbox.event.Answer;
import com.avonsolutions.sandbox.standin.SentMail;
import com.avonsolutions.sandbox.standin.SesStandIn;
import com.avonsolutions.text.Unicode;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The mailbox as JSON, with the paths and names of Mailpit, so that tests and scripts for it work.
 *
 * @see <a href="https://mailpit.axllent.org/docs/api-v1/">Its API</a>
 */
public final class MailboxApi implements LocalPart {
  private static final String ROOT = "/_local/api/v1/";
  private static final int DEFAULT_LIMIT = 50;
  private static final int SNIPPET = 250;
  private static final Pattern NAMED = Pattern.compile("\\s*\"?(.*?)\"?\\s*<([^>]+)>\\s*");

  private final SesStandIn ses;

  public MailboxApi(SesStandIn ses) {
    this.ses = ses;
  }

  @Override
  public Optional<Answer> answer(LocalRequest request) throws IOException {
    if (!request.path().startsWith(ROOT)) {
      return Optional.empty();
    }
    String[] parts = request.path().substring(ROOT.length()).split("/", 3);
    return Optional.of(
        switch (request.method() + " " + parts[0]) {
          case "GET messages" -> list(request, ses.mails());
          case "GET search" ->
              list(
                  request,
                  ses.mails().stream()
                      .filter(new MailSearch(request.parameter("query").orElse("")).matcher())
                      .toList());
          case "DELETE messages" -> delete(request);
          case "GET message" -> message(parts);
          default -> LocalAnswers.error(404, "There is messages, search and message/ID.");
        });
  }

  private Answer list(LocalRequest request, List<SentMail> mails) throws IOException {
    int start = number(request, "start", 0);
    int limit = number(request, "limit", DEFAULT_LIMIT);
    List<Map<String, Object>> page =
        mails.stream().skip(start).limit(limit).map(MailboxApi::summary).toList();
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("total", ses.mails().size());
    answer.put("unread", 0);
    answer.put("count", page.size());
    answer.put("messages_count", mails.size());
    answer.put("messages_unread", 0);
    answer.put("start", start);
    answer.put("tags", List.of());
    answer.put("messages", page);
    return LocalAnswers.json(answer);
  }

  private static int number(LocalRequest request, String name, int otherwise) {
    return request
        .parameter(name)
        .filter(text -> text.matches("[0-9]{1,9}"))
        .map(Integer::valueOf)
        .orElse(otherwise);
  }

  private Answer delete(LocalRequest request) throws IOException {
    Object ids = request.body().length == 0 ? null : JSON.std.mapFrom(request.body()).get("IDs");
    if (ids instanceof List<?> some && !some.isEmpty()) {
      some.forEach(id -> ses.delete(String.valueOf(id)));
    } else {
      ses.deleteAll();
    }
    return LocalAnswers.ok("text/plain", "", "ok");
  }

  private Answer message(String[] parts) throws IOException {
    Optional<SentMail> found = parts.length < 2 ? Optional.empty() : ses.mail(parts[1]);
    if (found.isEmpty()) {
      return LocalAnswers.error(404, "There is no such mail.");
    }
    SentMail mail = found.get();
    return switch (parts.length == 3 ? parts[2] : "") {
      case "" -> LocalAnswers.json(whole(mail));
      case "headers" -> {
        Map<String, Object> headers = new LinkedHashMap<>();
        mail.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        yield LocalAnswers.json(headers);
      }
      case "raw" ->
          LocalAnswers.ok("text/plain; charset=utf-8", "", new String(mail.source(), UTF_8));
      default -> LocalAnswers.error(404, "A message has headers and raw.");
    };
  }

  private static Map<String, Object> summary(SentMail mail) {
    Map<String, Object> summary = head(mail);
    summary.put("Read", true);
    summary.put("Created", mail.at().toString());
    summary.put("Attachments", 0);
    summary.put("Snippet", Unicode.cut(mail.text().replaceAll("\\s+", " "), SNIPPET));
    return summary;
  }

  private static Map<String, Object> whole(SentMail mail) {
    Map<String, Object> whole = head(mail);
    whole.put("Date", mail.at().toString());
    whole.put("Text", mail.text());
    whole.put("HTML", mail.html());
    whole.put("Inline", List.of());
    whole.put("Attachments", List.of());
    return whole;
  }

  private static Map<String, Object> head(SentMail mail) {
    Map<String, Object> head = new LinkedHashMap<>();
    head.put("ID", mail.id());
    head.put("MessageID", mail.id() + "@email.amazonses.com");
    head.put("From", address(mail.from()));
    head.put("To", mail.to().stream().map(MailboxApi::address).toList());
    head.put("Cc", List.of());
    head.put("Bcc", List.of());
    head.put("ReplyTo", mail.replyTo().stream().map(MailboxApi::address).toList());
    head.put("Subject", mail.subject());
    head.put("Tags", List.copyOf(mail.tags().values()));
    head.put("Size", mail.source().length);
    return head;
  }

  private static Map<String, Object> address(String text) {
    Matcher named = NAMED.matcher(text);
    return named.matches()
        ? Map.of("Name", named.group(1), "Address", named.group(2))
        : Map.of("Name", "", "Address", text);
  }
}
