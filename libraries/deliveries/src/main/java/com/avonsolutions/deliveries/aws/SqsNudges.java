package com.avonsolutions.deliveries.aws;

import com.avonsolutions.aws.AwsJsonApi;
import com.avonsolutions.deliveries.ChannelKind;
import com.avonsolutions.deliveries.Nudges;
import com.avonsolutions.domain.StoreUnavailableException;
import com.avonsolutions.text.json.JsonWriter;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Nudges in two queues, one for mail and one for HTTP. The message group is the channel, so that
 * SQS's fair queues keep a slow channel from delaying the others.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-fair-queues.html">Fair
 *     queues</a>
 */
@Singleton
@Requires(property = "mail.queue.url")
@Requires(property = "outbound.queue.url")
final class SqsNudges implements Nudges {
  private final AwsJsonApi api;
  private final String mailQueue;
  private final String outboundQueue;

  SqsNudges(
      AwsJsonApi api,
      @Value("${mail.queue.url}") String mailQueue,
      @Value("${outbound.queue.url}") String outboundQueue) {
    this.api = api;
    this.mailQueue = mailQueue;
    this.outboundQueue = outboundQueue;
  }

  @Override
  public void nudge(ChannelKind kind, String channel, String deliveryId, Duration delay) {
    String url = kind == ChannelKind.MAIL ? mailQueue : outboundQueue;
    JsonWriter request =
        new JsonWriter()
            .put("QueueUrl", url)
            .put("MessageBody", deliveryId)
            .put("MessageGroupId", channel);
    if (!delay.isNegative() && !delay.isZero()) {
      // Rounded up, because a delivery that is not due yet is not sent.
      request.put("DelaySeconds", delay.plusMillis(999).toSeconds());
    }
    URI address = URI.create(url);
    if (!address.isAbsolute()) {
      throw new StoreUnavailableException(
          new IllegalStateException("sam local gives queues a name and no URL"));
    }
    try {
      api.call(address, "sqs", "1.0", "AmazonSQS.SendMessage", request.toString());
    } catch (SdkException e) {
      throw new StoreUnavailableException(e);
    }
  }
}
