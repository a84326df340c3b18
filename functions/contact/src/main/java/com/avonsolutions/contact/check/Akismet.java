package com.avonsolutions.contact.check;

import com.avonsolutions.domain.secret.SecretUnavailableException;
import com.avonsolutions.domain.secret.Secrets;
import com.avonsolutions.web.client.OutboundHttp.Reply;
import com.avonsolutions.web.http.RequestLog;
import com.avonsolutions.web.page.Site;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Asks Akismet, which compares a text with the spam of other sites. Akismet gets the person's text,
 * name and address, so it is off by default.
 *
 * @see <a href="https://akismet.com/developers/detailed-docs/comment-check/">comment-check</a>
 */
@Singleton
final class Akismet implements OutsideCheck {
  private static final Opinion SPAM = new Opinion("akismet-spam", 60);

  /** Akismet would discard it without review. */
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
          .post(form(secrets.current(keyName), submission))
          .map(this::opinion)
          .orElse(Optional.of(UNCHECKED));
    } catch (SecretUnavailableException e) {
      log.failure("Akismet key not read", e);
      return Optional.of(UNCHECKED);
    }
  }

  private Map<String, String> form(String key, CheckedSubmission submission) {
    Map<String, String> headers = submission.request().headers();
    String host = "https://" + headers.getOrDefault("host", "");
    Map<String, String> form = new LinkedHashMap<>();
    form.put("api_key", key);
    form.put("blog", site.url().orElse(host));
    form.put("user_ip", submission.request().clientAddress());
    form.put("user_agent", headers.getOrDefault("user-agent", ""));
    form.put("referrer", headers.getOrDefault("referer", ""));
    form.put("permalink", submission.page());
    form.put("comment_type", "contact-form");
    form.put("comment_author", submission.name());
    form.put("comment_author_email", submission.email());
    form.put("comment_content", submission.message());
    if (test) {
      form.put("is_test", "1");
    }
    form.values().removeIf(String::isEmpty);
    return form;
  }

  private Optional<Opinion> opinion(Reply reply) {
    return switch (new String(reply.body(), StandardCharsets.UTF_8).strip()) {
      case "true" ->
          Optional.of(
              reply.header("x-akismet-pro-tip").filter("discard"::equals).isPresent()
                  ? BLATANT
                  : SPAM);
      case "false" -> Optional.empty();
      default -> {
        // The header X-akismet-debug-help says why, but may quote the submission, so it is not
        // logged.
        log.failure("Akismet refused the request", new IllegalStateException());
        yield Optional.of(UNCHECKED);
      }
    };
  }
}
