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
    output.write(new JsonWriter().put(BatchFailures.MEMBER, BatchFailures.of(failed)).bytes());
    log.batch(
        context.getAwsRequestId(),
        messages.size(),
        failed.size(),
        (System.nanoTime() - start) / 1_000_000,
        cold);
    cold = false;
  }
}
