package com.avonsolutions.notices.webhook;

import com.avonsolutions.deliveries.Channel;
import com.avonsolutions.deliveries.ChannelKind;
import com.avonsolutions.deliveries.Delivery;
import com.avonsolutions.domain.secret.SecretUnavailableException;
import com.avonsolutions.domain.secret.Secrets;
import com.avonsolutions.domain.secret.StandardWebhooks;
import com.avonsolutions.notices.ChannelSender;
import com.avonsolutions.notices.ChannelUrl;
import com.avonsolutions.notices.Notice;
import com.avonsolutions.notices.Outcome;
import com.avonsolutions.notices.http.OutboundPost;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Sends webhooks, signed with every valid secret, so that a receiver verifies them while the secret
 * changes.
 *
 * @see <a
 *     href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">The
 *     specification</a>
 */
@Singleton
@Requires(property = "outbound.allow")
final class WebhookSender implements ChannelSender {
  /** Of 24 bytes in Base64, the least that Standard Webhooks allows. */
  private static final int MIN_SECRET_LENGTH = 32;

  private final OutboundPost http;
  private final Secrets secrets;
  private final Clock clock;

  WebhookSender(OutboundPost http, Secrets secrets, Clock clock) {
    this.http = http;
    this.secrets = secrets;
    this.clock = clock;
  }

  @Override
  public boolean sends(ChannelKind kind) {
    return kind == ChannelKind.WEBHOOK;
  }

  @Override
  public Outcome send(Channel channel, Delivery delivery, Notice notice) {
    byte[] body = Payload.of(notice, channel);
    String timestamp = Long.toString(clock.instant().getEpochSecond());
    return http.post(
            ChannelUrl.of(channel, secrets),
            Map.of(
                "webhook-id", delivery.id(),
                "webhook-timestamp", timestamp,
                "webhook-signature", signatures(channel, delivery.id(), timestamp, body),
                "idempotency-key", delivery.id()),
            body)
        .outcome();
  }

  private static String sign(String secret, String id, String timestamp, byte[] body) {
    if (secret.length() < MIN_SECRET_LENGTH) {
      throw new IllegalArgumentException("The secret is too short to protect anything");
    }
    return StandardWebhooks.sign(secret, id, timestamp, body);
  }

  private String signatures(Channel channel, String id, String timestamp, byte[] body) {
    String name = channel.secret().orElse("");
    try {
      return secrets.valid(name).stream()
          .map(secret -> sign(secret, id, timestamp, body))
          .collect(Collectors.joining(" "));
    } catch (IllegalArgumentException e) {
      throw new SecretUnavailableException(name, e);
    }
  }
}
