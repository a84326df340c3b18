package com.avonsolutions.web.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.avonsolutions.text.json.JsonWriter;
import com.avonsolutions.web.http.RequestLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A function behind a queue. Only the messages that fail are delivered again. */
public abstract class QueueHandler extends FunctionHandler {
  private final RequestLog log;

  private boolean cold = true;

  /** Starts the function, see {@link FunctionHandler}. */
  protected QueueHandler(Map<String, String> environment, Object... singletons) {
    super(environment, singletons);
    this.log = applicationContext.getBean(RequestLog.class);
  }

  /** Handles one message. If it throws, the message is delivered again. */
  protected abstract void handle(QueueMessage message);

  @Override
  public final void execute(InputStream input, OutputStream output, Context context)
      throws IOException {
    long start = System.nanoTime();
    List<QueueMessage> messages = QueueMessage.of(input.readAllBytes());
    List<String> failed = new ArrayList<>();
    for (QueueMessage message : messages) {
      try {
        handle(message);
      } catch (RuntimeException e) {
        log.failure("queue message", e);
        failed.add(message.messageId());
      }
    }
    output.write(answer(failed).bytes());
    log.batch(
        context.getAwsRequestId(),
        messages.size(),
        failed.size(),
        (System.nanoTime() - start) / 1_000_000,
        cold);
    cold = false;
  }

  /**
   * Names the messages that Lambda has to deliver again. The function's event in template.yaml
   * needs {@code FunctionResponseTypes: [ReportBatchItemFailures]}, or Lambda deletes the whole
   * batch.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html">Implementing
   *     partial batch responses</a>
   */
  private static JsonWriter answer(List<String> failed) {
    return new JsonWriter()
        .put(
            "batchItemFailures",
            failed.stream().map(id -> new JsonWriter().put("itemIdentifier", id)).toList());
  }
}
