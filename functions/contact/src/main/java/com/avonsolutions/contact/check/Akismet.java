package com.avonsolutions.contact.check;

import com.avonsolutions.contact.check.OutsideService.Reply;
import com.avonsolutions.domain.secret.SecretUnavailableException;
import com.avonsolutions.domain.secret.Secrets;
import com.avonsolutions.web.http.RequestLog;
import com.avonsolutions.web.page.Site;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Asks Akismet, which compares a text with what it has seen on other sites. It gets the text, name
 * and address of whoever wrote it, so it is off unless the settings say otherwise.
 *
 * @see <a href="https://akismet.com/developers/detailed-docs/comment-check/">comment-check</a>
 */
@Singleton
final class Akismet implements OutsideCheck {
  private static final Opinion SPAM = new Opinion("akismet-spam", 60);

  /** So plain that Akismet itself would throw it away. */
  private static final Opinion BLATANT = new Opinion("akismet-blatant", 100);

  private static final Opinion UNCHECKED = new Opinion("akismet-unchecked", 0);

  private final boolean on;
  private final boolean test;
  private final String keyName;
  private final Site site;
  private final OutsideService service;
  private final Secrets secrets;
  private final RequestLog log;

  Akismet(
      @Value("${akismet.mode:off}") String mode,
      @Value("${akismet.key:}") String keyName,
      @Value("${akismet.address:https://rest.akismet.com}") String address,
      Site site,
      Secrets secrets,
      RequestLog log,
      Clock clock) {
    this.on = !mode.equals("off");
    this.test = mode.equals("test");
    this.keyName = keyName;
    this.site = site;
    this.service = new OutsideService(URI.create(address).resolve("/1.1/comment-check"), clock);
    this.secrets = secrets;
    this.log = log;
  }

  @Override
  public Optional<Opinion> ask(CheckedSubmission submission) {
    if (!on) {
      return Optional.empty();
    }
    try {
      return service
          .post(question(secrets.current(keyName), submission))
          .map(this::opinion)
          .orElse(Optional.of(UNCHECKED));
    } catch (SecretUnavailableException e) {
      log.failure("Akismet without its key", e);
      return Optional.of(UNCHECKED);
    }
  }

  private Map<String, String> question(String key, CheckedSubmission submission) {
    Map<String, String> headers = submission.request().headers();
    String host = "https://" + headers.getOrDefault("host", "");
    Map<String, String> question = new LinkedHashMap<>();
    question.put("api_key", key);
    question.put("blog", site.url().orElse(host));
    question.put("user_ip", submission.request().clientAddress());
    question.put("user_agent", headers.getOrDefault("user-agent", ""));
    question.put("referrer", headers.getOrDefault("referer", ""));
    question.put("permalink", submission.page());
    question.put("comment_type", "contact-form");
    question.put("comment_author", submission.name());
    question.put("comment_author_email", submission.email());
    question.put("comment_content", submission.message());
    if (test) {
      question.put("is_test", "1");
    }
    question.values().removeIf(String::isEmpty);
    return question;
  }

  private Optional<Opinion> opinion(Reply reply) {
    return switch (reply.body().strip()) {
      case "true" ->
          Optional.of(
              reply.header("x-akismet-pro-tip").filter("discard"::equals).isPresent()
                  ? BLATANT
                  : SPAM);
      case "false" -> Optional.empty();
      default -> {
        // Its word in X-akismet-debug-help may quote what was sent, and is not logged.
        log.failure("Akismet refuses our question", new IllegalStateException());
        yield Optional.of(UNCHECKED);
      }
    };
  }
}
