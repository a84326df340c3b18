package com.avonsolutions.contact.check;

import com.avonsolutions.domain.secret.SecretUnavailableException;
import com.avonsolutions.domain.secret.Secrets;
import com.avonsolutions.text.json.JsonReader;
import com.avonsolutions.text.json.MalformedJsonException;
import com.avonsolutions.web.http.RequestLog;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Verifies the token that a captcha's widget put into the form, with the captcha's provider. */
@Singleton
final class Captcha implements OutsideCheck {
  /** The longest token of any provider. */
  private static final int MAX_TOKEN_LENGTH = 2048;

  private static final int FAILED_POINTS = 100;

  /** Happens to people too: the widget was blocked or is missing, or the token expired. */
  private static final int MISSING_POINTS = 30;

  private static final int DOUBTFUL_POINTS = 60;
  private static final double MIN_SCORE = 0.5;

  private final Optional<CaptchaProvider> provider;
  private final String siteKey;
  private final String secretName;
  private final String action;
  private final OutsideService service;
  private final Secrets secrets;
  private final RequestLog log;

  Captcha(
      @Value("${captcha.provider:none}") String provider,
      @Value("${captcha.site.key:}") String siteKey,
      @Value("${captcha.secret:}") String secretName,
      @Value("${captcha.action:}") String action,
      @Value("${captcha.address:}") String address,
      Secrets secrets,
      RequestLog log,
      Clock clock) {
    this.provider = CaptchaProvider.of(provider);
    this.siteKey = siteKey;
    this.secretName = secretName;
    this.action = action;
    String standard = this.provider.map(CaptchaProvider::address).orElse("https://captcha.invalid");
    this.service = new OutsideService(URI.create(address.isEmpty() ? standard : address), clock);
    this.secrets = secrets;
    this.log = log;
  }

  /** The answer of the provider's {@code siteverify}. */
  private record Verdict(
      boolean success,
      Optional<String> hostname,
      Optional<String> action,
      Optional<Double> score,
      List<String> errors) {

    static Optional<Verdict> read(byte[] answer) {
      try {
        JsonReader verdict = JsonReader.parse(answer);
        return Optional.of(
            new Verdict(
                verdict.text("success").filter("true"::equals).isPresent(),
                verdict.text("hostname"),
                verdict.text("action"),
                verdict.text("score").map(Double::valueOf),
                verdict.texts("error-codes")));
      } catch (MalformedJsonException | NumberFormatException e) {
        return Optional.empty();
      }
    }
  }

  @Override
  public Optional<Opinion> ask(CheckedSubmission submission) {
    return provider.flatMap(
        who -> {
          String token = submission.fields().text(who.field()).orElse("");
          if (token.isEmpty()) {
            return Optional.of(new Opinion(who.code() + "-missing", MISSING_POINTS));
          }
          if (token.length() > MAX_TOKEN_LENGTH) {
            return Optional.of(new Opinion(who.code() + "-failed", FAILED_POINTS));
          }
          return verify(who, token, submission)
              .map(verdict -> opinion(who, verdict, submission))
              .orElseGet(() -> Optional.of(unchecked(who)));
        });
  }

  private Optional<Verdict> verify(
      CaptchaProvider who, String token, CheckedSubmission submission) {
    Map<String, String> form = new HashMap<>();
    form.put("response", token);
    if (!submission.request().clientAddress().isEmpty()) {
      form.put("remoteip", submission.request().clientAddress());
    }
    if (who == CaptchaProvider.HCAPTCHA && !siteKey.isEmpty()) {
      form.put("sitekey", siteKey);
    }
    if (who == CaptchaProvider.TURNSTILE) {
      // Without it, a retry with the same token would be refused as a duplicate.
      form.put("idempotency_key", UUID.randomUUID().toString());
    }
    try {
      form.put("secret", secrets.current(secretName));
      Optional<Verdict> verdict = post(form);
      boolean retry =
          verdict.filter(first -> first.errors().contains("internal-error")).isPresent();
      return retry ? post(form) : verdict;
    } catch (SecretUnavailableException e) {
      log.failure("captcha secret not read", e);
      return Optional.empty();
    }
  }

  private Optional<Verdict> post(Map<String, String> form) {
    return service
        .post(form)
        .filter(reply -> reply.status() == 200)
        .flatMap(reply -> Verdict.read(reply.body()));
  }

  private Optional<Opinion> opinion(
      CaptchaProvider who, Verdict verdict, CheckedSubmission submission) {
    if (verdict.success()) {
      return doubt(verdict, submission)
          .map(doubt -> new Opinion(who.code() + '-' + doubt, DOUBTFUL_POINTS));
    }
    List<String> errors = verdict.errors();
    if (errors.stream().anyMatch(CaptchaProvider.EXPIRED::contains)) {
      return Optional.of(new Opinion(who.code() + "-expired", MISSING_POINTS));
    }
    if (errors.isEmpty() || errors.stream().anyMatch(CaptchaProvider.FORGED::contains)) {
      return Optional.of(new Opinion(who.code() + "-failed", FAILED_POINTS));
    }
    // Any other error is not the visitor's: a wrong key, or a failure of the provider.
    log.failure("captcha " + who.code() + " refused the request", new IllegalStateException());
    return Optional.of(unchecked(who));
  }

  /** Why a genuine token may be misused: solved on another site, for another form, or badly. */
  private Optional<String> doubt(Verdict verdict, CheckedSubmission submission) {
    if (verdict.hostname().filter(host -> !submission.hosts().contains(host)).isPresent()) {
      return Optional.of("hostname");
    }
    if (!action.isEmpty() && verdict.action().filter(named -> !named.equals(action)).isPresent()) {
      return Optional.of("action");
    }
    // hCaptcha's score rises with the risk, the others' fall.
    return provider.orElseThrow() != CaptchaProvider.HCAPTCHA
        ? verdict.score().filter(score -> score < MIN_SCORE).map(score -> "score")
        : Optional.empty();
  }

  private static Opinion unchecked(CaptchaProvider who) {
    return new Opinion(who.code() + "-unchecked", 0);
  }
}
