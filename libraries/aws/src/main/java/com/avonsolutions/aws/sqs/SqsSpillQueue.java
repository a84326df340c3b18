package com.avonsolutions.aws.sqs;

import com.avonsolutions.aws.AwsJsonApi;
import com.avonsolutions.aws.dynamodb.LeadItem;
import com.avonsolutions.domain.StoreUnavailableException;
import com.avonsolutions.domain.lead.SpillQueue;
import com.avonsolutions.domain.lead.SpilledLead;
import com.avonsolutions.text.json.JsonWriter;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The queue in SQS. No connection is opened before the first lead that needs it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html">SendMessage</a>
 */
@Singleton
@Requires(property = "spill.queue.url")
final class SqsSpillQueue implements SpillQueue {
  /** Three seconds each at most, within the function's time after the store's attempts. */
  private static final int MAX_ATTEMPTS = 2;

  private final AwsJsonApi api;
  private final String url;
  private final LeadMessage messages;

  SqsSpillQueue(
      AwsJsonApi api,
      @Value("${spill.queue.url}") String url,
      @Value("${lead.retention.days:730}") int retentionDays) {
    this.api = api;
    this.url = url;
    this.messages = new LeadMessage(new LeadItem(Duration.ofDays(retentionDays)));
  }

  @Override
  public void put(SpilledLead spilled) {
    JsonWriter request =
        new JsonWriter().put("QueueUrl", url).put("MessageBody", messages.write(spilled));
    for (int attempt = 1; ; attempt++) {
      try {
        call("SendMessage", request);
        return;
      } catch (StoreUnavailableException e) {
        if (attempt == MAX_ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  @Override
  public SpilledLead read(String message) {
    return messages.read(message);
  }

  @Override
  public void retryAfter(String receiptHandle, Duration delay) {
    call(
        "ChangeMessageVisibility",
        new JsonWriter()
            .put("QueueUrl", url)
            .put("ReceiptHandle", receiptHandle)
            .put("VisibilityTimeout", delay.toSeconds()));
  }

  private void call(String operation, JsonWriter request) {
    URI address = URI.create(url);
    if (!address.isAbsolute()) {
      throw new StoreUnavailableException(
          new IllegalStateException("sam local gives queues a name and no URL"));
    }
    try {
      api.call(address, "sqs", "1.0", "AmazonSQS." + operation, request.toString());
    } catch (SdkException e) {
      throw new StoreUnavailableException(e);
    }
  }
}
