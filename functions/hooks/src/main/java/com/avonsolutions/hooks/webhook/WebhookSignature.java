package com.avonsolutions.hooks.webhook;

import com.avonsolutions.domain.secret.HmacSha256;
import com.avonsolutions.domain.secret.SecretUnavailableException;
import com.avonsolutions.domain.secret.Secrets;
import com.avonsolutions.domain.secret.StandardWebhooks;
import com.avonsolutions.hooks.HookBody;
import com.avonsolutions.web.form.PlainText;
import com.avonsolutions.web.http.HttpException;
import com.avonsolutions.web.http.Request;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/**
 * Verifies Standard Webhooks signatures with a shared secret ({@code v1}).
 *
 * @see <a
 *     href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">The
 *     specification</a>
 */
@Singleton
@Requires(property = "webhook.tolerance.seconds")
final class WebhookSignature {
  private final Secrets secrets;
  private final long toleranceSeconds;
  private final Clock clock;

  /**
   * Creates a verifier.
   *
   * @param toleranceSeconds maximum difference between the message's timestamp and our clock
   */
  WebhookSignature(
      Secrets secrets, @Value("${webhook.tolerance.seconds}") long toleranceSeconds, Clock clock) {
    this.secrets = secrets;
    this.toleranceSeconds = toleranceSeconds;
    this.clock = clock;
  }

  /**
   * Verifies a message.
   *
   * @return its id, which is the same for every retry
   * @throws HttpException 401 when the signature is not made with the secret, or is too old
   */
  String verify(Request request, String secret) {
    byte[] body = HookBody.bytes(request);
    String id = header(request, "webhook-id");
    String timestamp = header(request, "webhook-timestamp");
    List<String> signatures = List.of(header(request, "webhook-signature").split(" ", -1));
    long matchingSecrets =
        secrets.valid(secret).stream()
            .map(value -> sign(secret, value, id, timestamp, body))
            .filter(
                expected ->
                    signatures.stream().filter(given -> HmacSha256.same(expected, given)).count()
                        > 0)
            .count();
    if (matchingSecrets == 0) {
      throw HttpException.unauthorized("The signature is not made with our secret.");
    }
    if (!isRecent(timestamp)) {
      throw HttpException.unauthorized("The webhook-timestamp is too far from now.");
    }
    return id;
  }

  private static String header(Request request, String name) {
    return request
        .header(name)
        .filter(value -> name.equals("webhook-signature") || PlainText.isKey(value))
        .orElseThrow(() -> HttpException.unauthorized("The header " + name + " is missing."));
  }

  private boolean isRecent(String timestamp) {
    return timestamp.matches("[0-9]{1,15}")
        && Math.abs(clock.instant().getEpochSecond() - Long.parseLong(timestamp))
            <= toleranceSeconds;
  }

  private static String sign(String name, String secret, String id, String timestamp, byte[] body) {
    try {
      return StandardWebhooks.sign(secret, id, timestamp, body);
    } catch (IllegalArgumentException e) {
      throw new SecretUnavailableException(name, e);
    }
  }
}
